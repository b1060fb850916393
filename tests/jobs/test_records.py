from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleaner.jobs.errors import JobNotFound, KeyReused, QueueFull
from cleaner.jobs.record import JobRecord
from cleaner.jobs.records import Records
from tests.jobs.stores import Clock


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path / "new" / "jobs.sqlite3", Clock())


def record(name: str, **fields: object) -> JobRecord:
    plain = JobRecord(name, "queued", "ndjson", 5, "digest", "", None, None, 1.0)
    return plain._replace(**fields)  # type: ignore[arg-type]


def test_what_is_added_is_there(records: Records) -> None:
    given = record("a", key="k", callback="https://example.org/", statuses={"cleaned": 3})
    assert records.add(given, 10) == given
    assert records.get("a") == given
    assert records.get("a").pages == 3


def test_an_unknown_job_and_one_of_another_client_look_the_same(records: Records) -> None:
    records.add(record("a", client="one"), 10)
    with pytest.raises(JobNotFound) as other:
        records.get("a", "two")
    with pytest.raises(JobNotFound) as unknown:
        records.get("b", "two")
    assert str(other.value) == str(unknown.value)
    assert records.get("a", "one").id == "a"


def test_a_key_gives_its_job_again_and_refuses_another_request(records: Records) -> None:
    records.add(record("a", key="k"), 10)
    assert records.add(record("b", key="k"), 10).id == "a"
    with pytest.raises(KeyReused):
        records.add(record("c", key="k", digest="other"), 10)
    assert records.add(record("d", key="k", client="two", digest="other"), 10).id == "d"
    assert records.known() == {"a", "d"}


def test_of_many_at_once_with_one_key_one_is_taken(records: Records) -> None:
    with ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(lambda n: records.add(record(f"job-{n}", key="k"), 10).id, range(24)))
    assert len(set(taken)) == 1
    assert records.known() == set(taken)


def test_a_full_queue_takes_no_more_but_knows_its_keys(records: Records) -> None:
    records.add(record("a", key="k"), 1)
    with pytest.raises(QueueFull):
        records.add(record("b"), 1)
    with pytest.raises(QueueFull):
        records.demand_room(1, "", None)
    assert records.add(record("c", key="k"), 1).id == "a"
    records.demand_room(1, "", "k")
    assert records.start("a")
    records.demand_room(1, "", None)


def test_steps_of_a_job(records: Records) -> None:
    records.add(record("a", callback="https://example.org/"), 10)
    started = records.start("a")
    assert started is not None
    assert (started.status, started.attempts) == ("running", 1)
    assert records.progress("a", 0.5, {"cleaned": 2})
    assert records.get("a").attempts == 0
    records.put_back("a", "why", 30)
    assert (records.get("a").status, records.get("a").detail) == ("queued", "why")
    assert records.start("a") is None
    assert records.open_jobs() == []
    records.clock.now += 31  # type: ignore[attr-defined]
    assert [job.id for job in records.open_jobs()] == ["a"]
    assert records.start("a")
    records.finish("a", 1.0, {"cleaned": 3})
    done = records.get("a")
    assert (done.status, done.pages, done.detail, done.hook_state) == ("finished", 3, None, "due")
    assert records.start("a") is None


def test_started_keeps_its_first_moment(records: Records) -> None:
    records.add(record("a"), 10)
    records.start("a")
    first = records.get("a").started
    records.clock.now += 100  # type: ignore[attr-defined]
    records.start("a")
    assert (records.get("a").started, records.get("a").attempts) == (first, 2)


def test_a_deleted_job_is_gone_and_its_worker_told(records: Records) -> None:
    records.add(record("a", key="k"), 10)
    records.start("a")
    records.delete("a")
    with pytest.raises(JobNotFound):
        records.get("a")
    assert not records.progress("a", 1.0, {})
    records.put_back("a")
    records.finish("a", 1.0, {})
    assert [job.id for job in records.deleted()] == ["a"]
    assert records.add(record("b", key="k", digest="other"), 10).id == "b"
    records.purge("a")
    records.purge("b")
    assert records.known() == {"b"}


def test_a_webhook_is_claimed_once(records: Records) -> None:
    records.add(record("a", callback="https://example.org/"), 10)
    records.start("a")
    records.fail("a", "why")
    (due,) = records.due_hooks()
    assert records.claim_hook(due, records.clock() + 60)
    assert not records.claim_hook(due, records.clock() + 60)
    assert records.due_hooks() == []
    records.clock.now += 61  # type: ignore[attr-defined]
    assert [job.hook_tries for job in records.due_hooks()] == [1]
    records.end_hook("a", "given-up", "answered 500")
    assert records.due_hooks() == []
    assert (records.get("a").hook_state, records.get("a").hook_detail) == ("given-up", "answered 500")


def test_expired_are_those_that_ended_long_ago(records: Records) -> None:
    for name in ("a", "b", "c"):
        records.add(record(name), 10)
    records.start("a")
    records.finish("a", 1.0, {})
    records.clock.now += 100  # type: ignore[attr-defined]
    records.start("b")
    records.finish("b", 1.0, {})
    assert [job.id for job in records.expired(50)] == ["a"]
    assert records.counts() == {"finished": 2, "queued": 1}
