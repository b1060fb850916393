"""A disk that is really full: a file system of a few megabytes."""

from __future__ import annotations

import gzip
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from cleaner.jobs import Jobs
from cleaner.lock import held
from cleaner.web.resources.jobs import JOBS_KEY
from tests.jobs.kill import kill, start_worker, undisturbed
from tests.jobs.stores import give, perform, result, some_pages, store
from tests.waiting import wait_until
from tests.web.conftest import small_app

NDJSON = "application/x-ndjson"


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of 4 MiB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, leave: int = 0) -> Path:
    """Writes until the disk has no more than so many bytes."""
    ballast = folder / "ballast"
    free = os.statvfs(folder)
    ballast.write_bytes(bytes(free.f_bavail * free.f_bsize - leave))
    return ballast


def given_up_for_now(jobs: Jobs, job_id: str) -> bool:
    with held(jobs.folder.lock(job_id)) as free:
        return free


@pytest.fixture
def client(tiny: Path) -> FlaskClient:
    return small_app(jobs_dir=tiny).test_client()


@pytest.fixture
def jobs(client: FlaskClient) -> Jobs:
    found: Jobs = client.application.extensions[JOBS_KEY]
    return found


def refused(client: FlaskClient, body: bytes, **headers: str) -> None:
    answer = client.post("/v1/jobs", data=body, content_type=NDJSON, headers=headers)
    assert (answer.status_code, answer.json["type"]) == (507, "urn:cleaner:problem:storage-full")  # type: ignore[index]
    assert answer.headers["Retry-After"]


def test_uploads_that_do_not_fit(client: FlaskClient, jobs: Jobs) -> None:
    body = some_pages(60_000)
    assert len(body) > 4 << 20
    refused(client, body)
    refused(client, gzip.compress(body), **{"Content-Encoding": "gzip"})
    assert list(jobs.folder.incoming.iterdir()) == []
    small = client.post("/v1/jobs", data=some_pages(3), content_type=NDJSON)
    assert small.status_code == 202


def test_nothing_fits_but_what_is_there_is_kept_and_can_be_deleted(client: FlaskClient, jobs: Jobs, tiny: Path) -> None:
    done, other = give(jobs, some_pages(300)), give(jobs, some_pages(300))
    perform(jobs, done.id)
    ballast = fill(tiny)
    refused(client, some_pages(3))
    assert client.get(f"/v1/jobs/{done.id}").status_code == 200
    assert client.get(f"/v1/jobs/{done.id}/result").data.count(b"\n") == 300
    assert client.delete(f"/v1/jobs/{other.id}").status_code == 204
    assert client.get(f"/v1/jobs/{other.id}").status_code == 404
    ballast.unlink()
    assert client.post("/v1/jobs", data=some_pages(3), content_type=NDJSON).status_code == 202


def test_a_worker_waits_until_there_is_room(tmp_path: Path, tiny: Path) -> None:
    jobs, body = store(tiny), some_pages(1500)
    job = give(jobs, body)
    ballast = fill(tiny, leave=40_000)
    worker = start_worker(tiny)
    try:
        wait_until(lambda: jobs.records.get(job.id).started and given_up_for_now(jobs, job.id))
        assert jobs.records.get(job.id).status in ("queued", "running")  # there may be no room to note even that
        assert worker.poll() is None
        ballast.unlink()
        wait_until(lambda: jobs.records.get(job.id).status == "finished")
    finally:
        kill(worker)
    assert result(jobs, job.id) == undisturbed(tmp_path / "whole", body)
