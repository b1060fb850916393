"""The whole script is `python -m tests.jobs.kill`; here one death of each kind.

Each happens in the middle for certain: an upload has a page that is not done before the test lets it.
"""

from __future__ import annotations

import http.client
import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.jobs import Jobs
from tests.bulk.archives import held_pages, jsonl
from tests.jobs.kill import ask, begin_upload, kill, start_server, start_worker, undisturbed
from tests.jobs.stores import give, result, rows, some_pages, store
from tests.waiting import PATIENCE, wait_until
from tests.web.conftest import Server


def test_a_killed_worker_s_job_is_gone_on_with(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    body = jsonl(held_pages(900, 800, gate))
    jobs = store(tmp_path / "store")
    job = give(jobs, body)
    first = start_worker(tmp_path / "store", page_seconds="600")
    try:
        wait_until(lambda: jobs.records.get(job.id).pages > 0)
    finally:
        kill(first)
    seen = jobs.records.get(job.id)
    assert (seen.status, seen.pages < 900) == ("running", True)
    assert jobs.queue.waiting() == set()
    gate.touch()
    second = start_worker(tmp_path / "store", page_seconds="600")
    try:
        wait_until(lambda: jobs.records.get(job.id).status == "finished")
    finally:
        kill(second)
    assert result(jobs, job.id) == undisturbed(tmp_path / "whole", body)
    urls = [row["url"] for row in rows(result(jobs, job.id))]
    assert urls == [f"https://example.org/{number}" for number in range(900)]
    assert jobs.records.get(job.id).statuses == {"cleaned": 900}


def test_a_worker_told_to_stop_hands_its_job_on(tmp_path: Path) -> None:
    """The last page never ends, so the job is not done before the signal comes, however late that is."""
    jobs = store(tmp_path)
    job = give(jobs, jsonl(held_pages(2000, 1999, tmp_path / "never")))
    worker = start_worker(tmp_path)
    try:
        wait_until(lambda: jobs.records.get(job.id).pages > 0)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(PATIENCE) == 0
    finally:
        kill(worker)
    assert jobs.records.get(job.id).status == "queued"


def test_a_server_killed_in_an_upload_keeps_nothing_of_it(tmp_path: Path) -> None:
    jobs, body = store(tmp_path), some_pages(1500)
    server = start_server(tmp_path)
    try:
        connection = begin_upload(server.url, body, Idempotency_Key="k")
        wait_until(lambda: jobs.folder.incoming.exists() and list(jobs.folder.incoming.iterdir()))
        kill(server.process)
        with pytest.raises((OSError, http.client.HTTPException)):
            connection.getresponse()
        connection.close()
        assert jobs.records.known() == set()
        server = start_server(tmp_path)
        headers = {"Content_Type": "application/x-ndjson", "Idempotency_Key": "k"}
        status, data = ask(server.url, "POST", "/v1/jobs", body, **headers)
        assert status == 202
        job = json.loads(data)
        kill(server.process)
        server = start_server(tmp_path)
        assert json.loads(ask(server.url, "POST", "/v1/jobs", body, **headers)[1])["id"] == job["id"]
        assert ask(server.url, "GET", job["links"]["self"])[0] == 200
        assert jobs.folder.upload(job["id"], "ndjson").read_bytes() == body
    finally:
        kill(server.process)
    assert jobs.records.known() == {job["id"]}


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Jobs]]:
    """A server, and the store of its jobs."""
    folder = tmp_path_factory.mktemp("store")
    server = start_server(folder)
    yield server, store(folder)
    kill(server.process)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_client_that_breaks_off_has_no_job(serving: tuple[Server, Jobs], chunked: bool) -> None:
    server, jobs = serving
    connection = begin_upload(server.url, b"", Transfer_Encoding="chunked") if chunked else None
    if connection:
        connection.send(b"4\r\n{}\n\n\r\n")
    else:
        connection = begin_upload(server.url, some_pages(100))
    wait_until(lambda: jobs.folder.incoming.exists() and list(jobs.folder.incoming.iterdir()))
    connection.close()
    wait_until(lambda: not list(jobs.folder.incoming.iterdir()))
    assert ask(server.url, "GET", "/healthz")[0] == 200
    assert jobs.records.known() == set()
