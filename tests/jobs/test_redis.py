"""The queue over a real Redis, which goes away and comes back empty."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.kill import kill, start_worker, wait_until
from tests.jobs.stores import give, result, rows, some_pages, store
from tests.web.conftest import small_app

pytestmark = pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server is not installed")


class Redis:
    """A server without persistence: what it forgets when it is killed is all that it had."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._folder = folder
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder)]
        self.process = subprocess.Popen(["redis-server", *options], stdout=subprocess.DEVNULL)
        wait_until(self._answers)

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    running = Redis(tmp_path)
    yield running
    running.stop()


def test_messages_go_through_redis(tmp_path: Path, redis: Redis) -> None:
    jobs = store(tmp_path / "store", jobs_redis=redis.url)
    job = give(jobs, some_pages(1))
    assert jobs.queue.waiting() == {job.id}
    assert not jobs.folder.queue.exists()


def test_redis_away_and_back(tmp_path: Path, redis: Redis) -> None:
    folder = tmp_path / "store"
    jobs = store(folder, jobs_redis=redis.url)
    client = small_app(jobs_dir=folder, jobs_redis=redis.url).test_client()
    worker = start_worker(folder, jobs_redis=redis.url, worker_jobs="1")
    try:
        first = give(jobs, some_pages(1500))
        second = give(jobs, some_pages(2))  # its message waits in Redis, and is lost with it
        wait_until(lambda: jobs.records.get(first.id).pages > 0)
        redis.stop()
        began = time.monotonic()
        taken = client.post("/v1/jobs", data=some_pages(3), content_type="application/x-ndjson")
        assert (taken.status_code, time.monotonic() - began < 10) == (202, True)
        wait_until(lambda: jobs.records.get(first.id).status == "finished")
        assert jobs.records.get(second.id).status == "queued"
        assert worker.poll() is None
        redis.start()
        assert taken.json
        wait_until(lambda: jobs.records.counts() == {"finished": 3})
    finally:
        kill(worker)
    found = [len(rows(result(jobs, name))) for name in (first.id, second.id, taken.json["id"])]
    assert found == [1500, 2, 3]
