"""The whole script is `python -m tests.jobs.kill`; here one death of each kind."""

from __future__ import annotations

import http.client
import json
import signal
from pathlib import Path

import pytest

from tests.jobs.kill import ask, begin_upload, kill, start_server, start_worker, undisturbed, wait_until
from tests.jobs.stores import give, result, rows, some_pages, store


def test_a_killed_worker_s_job_is_gone_on_with(tmp_path: Path) -> None:
    body = some_pages(1500)
    jobs = store(tmp_path / "store")
    job = give(jobs, body)
    first = start_worker(tmp_path / "store")
    try:
        wait_until(lambda: jobs.records.get(job.id).pages > 0)
    finally:
        kill(first)
    seen = jobs.records.get(job.id)
    assert (seen.status, seen.pages < 1500) == ("running", True)
    assert jobs.queue.waiting() == set()
    second = start_worker(tmp_path / "store")
    try:
        wait_until(lambda: jobs.records.get(job.id).status == "finished")
    finally:
        kill(second)
    assert result(jobs, job.id) == undisturbed(tmp_path / "whole", body)
    urls = [row["url"] for row in rows(result(jobs, job.id))]
    assert urls == [f"https://example.org/{number}" for number in range(1500)]
    assert jobs.records.get(job.id).statuses == {"cleaned": 1500}


def test_a_worker_told_to_stop_hands_its_job_on(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(3000))
    worker = start_worker(tmp_path)
    try:
        wait_until(lambda: jobs.records.get(job.id).pages > 0)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(20) == 0
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


@pytest.mark.parametrize("chunked", [False, True])
def test_a_client_that_breaks_off_has_no_job(tmp_path: Path, chunked: bool) -> None:
    jobs = store(tmp_path)
    server = start_server(tmp_path)
    try:
        connection = begin_upload(server.url, b"", Transfer_Encoding="chunked") if chunked else None
        if connection:
            connection.send(b"4\r\n{}\n\n\r\n")
        else:
            connection = begin_upload(server.url, some_pages(100))
        wait_until(lambda: jobs.folder.incoming.exists() and list(jobs.folder.incoming.iterdir()))
        connection.close()
        wait_until(lambda: not list(jobs.folder.incoming.iterdir()))
        assert ask(server.url, "GET", "/healthz")[0] == 200
    finally:
        kill(server.process)
    assert jobs.records.known() == set()
