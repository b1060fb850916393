"""The queue over a real Redis, which goes away and comes back empty."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bulk.archives import held_pages, jsonl
from tests.jobs.kill import kill, start_worker
from tests.jobs.stores import give, result, rows, some_pages, store
from tests.redis_server import Redis, needs_redis, running_redis
from tests.waiting import wait_until
from tests.web.conftest import small_app

pytestmark = needs_redis


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    with running_redis(tmp_path) as running:
        yield running


def test_messages_go_through_redis(tmp_path: Path, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.jobs.queue._REDIS_SECONDS", 100.0)
    jobs = store(tmp_path / "store", jobs_redis=redis.url)
    job = give(jobs, some_pages(1))
    assert jobs.queue.waiting() == {job.id}
    assert not jobs.folder.queue.exists()


def test_redis_away_and_back(tmp_path: Path, redis: Redis) -> None:
    folder, gate = tmp_path / "store", tmp_path / "gate"
    jobs = store(folder, jobs_redis=redis.url)
    client = small_app(jobs_dir=folder, jobs_redis=redis.url).test_client()
    worker = start_worker(folder, jobs_redis=redis.url, worker_jobs="1", page_seconds="600")
    try:
        first = give(jobs, jsonl(held_pages(600, 590, gate)))
        second = give(jobs, some_pages(2))  # its message waits in Redis, and is lost with it
        wait_until(lambda: jobs.records.get(first.id).pages > 0)
        redis.stop()
        began = time.monotonic()
        taken = client.post("/v1/jobs", data=some_pages(3), content_type="application/x-ndjson")
        assert (taken.status_code, time.monotonic() - began < 60) == (202, True)
        gate.touch()
        wait_until(lambda: jobs.records.get(first.id).status == "finished")
        assert jobs.records.get(second.id).status == "queued"
        assert worker.poll() is None
        redis.start()
        assert taken.json
        wait_until(lambda: jobs.records.counts() == {"finished": 3})
    finally:
        kill(worker)
    found = [len(rows(result(jobs, name))) for name in (first.id, second.id, taken.json["id"])]
    assert found == [600, 2, 3]
