from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from cleaner.jobs import Jobs
from cleaner.jobs.errors import JobNotFound
from cleaner.jobs.tend import clear, requeue, tend
from cleaner.lock import held
from tests.jobs.stores import give, perform, some_pages, store


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return store(tmp_path, job_hours=1)


def forget(jobs: Jobs) -> None:
    """The queue loses what it has."""
    jobs.queue.huey.storage.flush_queue()


def later(jobs: Jobs, seconds: float) -> None:
    jobs.records.clock = lambda: time.time() + seconds


def test_what_the_queue_lost_is_put_again_in_order(jobs: Jobs) -> None:
    given = [give(jobs, some_pages(1)).id for _ in range(3)]
    assert requeue(jobs) == []
    forget(jobs)
    assert requeue(jobs) == given
    assert requeue(jobs) == []
    assert jobs.queue.waiting() == set(given)


def test_a_job_whose_worker_died_is_put_again_and_one_at_work_is_not(jobs: Jobs) -> None:
    job = give(jobs, some_pages(1))
    forget(jobs)
    jobs.records.start(job.id)
    with held(jobs.folder.lock(job.id)):
        assert requeue(jobs) == []
    assert requeue(jobs) == [job.id]


def test_what_is_done_or_waits_for_its_time_is_not_put(jobs: Jobs) -> None:
    done, put_off = give(jobs, some_pages(1)), give(jobs, some_pages(1))
    perform(jobs, done.id)
    jobs.records.start(put_off.id)
    jobs.records.put_back(put_off.id, "why", 60)
    forget(jobs)
    assert requeue(jobs) == []
    later(jobs, 61)
    assert requeue(jobs) == [put_off.id]


def test_ended_jobs_expire_with_all_they_have(jobs: Jobs) -> None:
    done, waiting = give(jobs, some_pages(1)), give(jobs, some_pages(1))
    perform(jobs, done.id)
    tend(jobs)
    assert jobs.records.get(done.id)
    later(jobs, 3601)
    tend(jobs)
    with pytest.raises(JobNotFound):
        jobs.records.get(done.id)
    assert not jobs.folder.job(done.id).exists()
    assert jobs.records.known() == {waiting.id}


def age(path: Path, seconds: float) -> None:
    os.utime(path, (time.time() - seconds,) * 2)


def test_the_record_is_asked_once_however_many_jobs_are_kept(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {give(jobs, some_pages(1)).id for _ in range(4)}
    for job_id in kept:
        age(jobs.folder.job(job_id), 90_000)
    opened: list[object] = []
    connect = sqlite3.connect

    def counting(*args: object, **kwargs: object) -> sqlite3.Connection:
        opened.append(args)
        return connect(*args, **kwargs)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", counting)
    clear(jobs)
    assert len(opened) == 2  # for the deleted ones, and for the ids of all
    assert jobs.records.known() == kept


def test_what_killed_requests_left_is_cleared_and_nothing_else(jobs: Jobs) -> None:
    kept = give(jobs, some_pages(1))
    fresh, old = jobs.folder.incoming / "fresh", jobs.folder.incoming / "old"
    orphan = jobs.folder.job("orphan")
    for path in (fresh, old):
        path.write_bytes(b"half")
    orphan.mkdir()
    for path, seconds in ((old, 3700), (orphan, 90_000), (jobs.folder.job(kept.id), 90_000)):
        age(path, seconds)
    clear(jobs)
    assert fresh.exists()
    assert not old.exists()
    assert not orphan.exists()
    assert jobs.folder.upload(kept.id, "ndjson").exists()


def test_a_job_that_no_worker_will_take_says_so(jobs: Jobs) -> None:
    record = give(jobs, some_pages(1))
    assert jobs.waits_for(record) == "no worker is at work; `cleaner worker` starts one"
    tend(jobs)
    assert jobs.waits_for(record) is None
    past = time.time() - 60
    os.utime(jobs.folder.worker, (past, past))
    assert jobs.waits_for(record) is not None
    assert jobs.waits_for(record._replace(detail="disk full")) == "disk full"
    assert jobs.waits_for(record._replace(status="running")) is None
