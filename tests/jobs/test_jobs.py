from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.errors import EmptyInput, InputTooLarge, OptionError
from cleaner.jobs import Jobs, Wish
from cleaner.jobs.errors import (
    JobFailed,
    JobNotFinished,
    JobNotFound,
    KeyReused,
    QueueFull,
    StorageFull,
    UploadMismatch,
)
from cleaner.lock import held
from tests.bulk.archives import pages, zip_of
from tests.jobs.stores import give, perform, result, some_pages, store


def files(jobs: Jobs) -> set[str]:
    """What there is besides record and queue."""
    found = (path for path in jobs.folder.root.rglob("*") if path.is_file())
    return {path.relative_to(jobs.folder.root).as_posix() for path in found if ".sqlite3" not in path.name}


def test_a_job_is_kept_and_queued(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(3))
    assert files(jobs) == {f"jobs/{job.id}/pages.ndjson"}
    assert jobs.folder.upload(job.id, "ndjson").read_bytes() == some_pages(3)
    assert jobs.queue.waiting() == {job.id}
    assert jobs.records.get(job.id) == job
    assert job.bytes == len(some_pages(3))


@pytest.mark.parametrize(
    ("content", "wish", "error"),
    [
        (b"", {}, EmptyInput),
        (b"{}\n", {"format": "zip"}, UploadMismatch),
        (b"PK\x03\x04", {"format": "warc"}, UploadMismatch),
        (b"x" * 101, {}, InputTooLarge),
    ],
)
def test_what_is_refused_leaves_nothing(
    tmp_path: Path, content: bytes, wish: dict[str, str], error: type[Exception]
) -> None:
    jobs = store(tmp_path, max_job_bytes=100)
    with pytest.raises(error):
        give(jobs, content, **wish)
    assert files(jobs) == set()
    assert jobs.records.known() == set()


def test_the_same_key_and_request_is_the_same_job_and_one_upload(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    first = give(jobs, some_pages(2), key="k")
    assert give(jobs, some_pages(2), key="k").id == first.id
    for other in ({"content": some_pages(3)}, {"content": some_pages(2), "callback": "https://example.org/"}):
        with pytest.raises(KeyReused):
            give(jobs, key="k", **other)
    assert files(jobs) == {f"jobs/{first.id}/pages.ndjson"}


def test_a_full_queue_is_told_before_the_upload(tmp_path: Path) -> None:
    jobs = store(tmp_path, max_jobs_waiting=1)
    jobs.demand_fit(Wish("ndjson"))
    give(jobs, some_pages(1))
    with pytest.raises(QueueFull):
        jobs.demand_fit(Wish("ndjson"))
    with pytest.raises(QueueFull):
        give(jobs, some_pages(1))
    assert len(files(jobs)) == 1


def test_an_upload_for_which_there_is_no_room_is_refused_by_its_length(tmp_path: Path) -> None:
    with pytest.raises(StorageFull):
        store(tmp_path, max_job_bytes=1 << 62).upload(announced=1 << 61)
    with pytest.raises(InputTooLarge):
        store(tmp_path, max_job_bytes=100).upload(announced=101)


def test_a_queue_that_cannot_be_reached_costs_no_job(tmp_path: Path) -> None:
    jobs = store(tmp_path, jobs_redis="redis://127.0.0.1:21099/0")
    job = give(jobs, some_pages(1))
    assert jobs.records.get(job.id).status == "queued"


def test_a_bad_address_of_redis_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        store(tmp_path, jobs_redis="localhost:6379")


def test_a_result_is_there_when_the_job_is_finished(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(3))
    with pytest.raises(JobNotFinished):
        jobs.result(job.id)
    perform(jobs, job.id)
    assert result(jobs, job.id).count(b"\n") == 3
    with pytest.raises(JobNotFound):
        jobs.result("nothing")


def test_a_failed_job_has_no_result(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(1))
    jobs.records.start(job.id)
    jobs.records.fail(job.id, "why it failed")
    with pytest.raises(JobFailed, match="why it failed"):
        jobs.result(job.id)


def test_delete_removes_all_of_it(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, zip_of(pages(2)), format="zip")
    jobs.delete(job.id)
    assert files(jobs) == set()
    assert jobs.records.known() == set()
    with pytest.raises(JobNotFound):
        jobs.delete(job.id)


def test_delete_under_a_worker_leaves_the_files_to_later(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(1))
    with held(jobs.folder.lock(job.id)) as ours:
        assert ours
        jobs.delete(job.id)
        assert files(jobs) == {f"jobs/{job.id}/pages.ndjson", f"jobs/{job.id}/lock"}
    jobs.sweep_out(job.id)
    assert files(jobs) == set()
    assert jobs.records.known() == set()
