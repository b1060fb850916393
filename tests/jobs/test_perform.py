from __future__ import annotations

import errno
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.bulk.store import Store
from cleaner.bulk.worker import default_engine
from cleaner.jobs import Jobs
from cleaner.jobs.errors import JobNotFound
from cleaner.lock import held
from cleaner.pipeline import clean
from cleaner.render import render
from tests.bulk.archives import Warc, pages, zip_of
from tests.jobs.stores import give, perform, result, rows, some_pages, store


def digests(jobs: Jobs, job_id: str) -> dict[str, str]:
    """SHA-256 of the parts of a result."""
    parts = (jobs.folder.run(job_id) / "articles").iterdir()
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in parts}


def begun(jobs: Jobs, job_id: str) -> Callable[[], bool]:
    """True from the first part of the result on."""
    return lambda: any((jobs.folder.run(job_id) / "articles").glob("part-*.gz"))


def test_rows_are_as_the_service_gives_them(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    html = "<html><body><h1>Cầu mới</h1><p>Sáng nay, thành phố khánh thành cây cầu thứ ba.</p></body></html>"
    lines = [{"id": "one", "html": html, "url": "https://example.vn/1", "desk": "city"}, {"id": 2, "text": " "}, [1]]
    body = "".join(json.dumps(line) + "\n" for line in lines).encode()
    job = give(jobs, body)
    perform(jobs, job.id, default_engine(None, 1 << 20))
    first, second, third = rows(result(jobs, job.id))
    expected = json.loads(render(clean(html.encode(), "https://example.vn/1", None)))
    assert {name: first[name] for name in ("article", "ledger", "report")} == expected
    assert (first["id"], first["status"], first["meta"]) == ("one", "cleaned", {"desk": "city"})
    assert (first["source"], first["offset"], first["url"]) == ("pages.ndjson", 0, "https://example.vn/1")
    assert (second["id"], second["status"], second["error"]["code"]) == ("2", "skipped", "empty-input")
    assert (third["status"], third["error"]["code"]) == ("failed", "corrupt")
    assert third["id"].startswith("pages.ndjson#")


@pytest.mark.parametrize(
    ("format", "content", "sources"),
    [
        ("zip", zip_of(pages(3)), ["pages.zip!0.html", "pages.zip!1.html", "pages.zip!2.html"]),
        ("warc", Warc().response(0).response(1).response(2).content, ["pages.warc"] * 3),
        ("warc", Warc(compressed=False).response(0).response(1).response(2).content, ["pages.warc"] * 3),
    ],
)
def test_archives_in_their_order(tmp_path: Path, format: str, content: bytes, sources: list[str]) -> None:
    jobs = store(tmp_path)
    job = give(jobs, content, format=format)
    perform(jobs, job.id)
    found = rows(result(jobs, job.id))
    assert [row["source"] for row in found] == sources
    assert [row["article"]["title"] for row in found] == ["Title 0", "Title 1", "Title 2"]
    assert str(tmp_path).encode() not in result(jobs, job.id)


def test_what_it_came_to_is_recorded(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(300) + b'{"html": "%PDF-1"}\nnonsense\n')
    perform(jobs, job.id)
    done = jobs.records.get(job.id)
    assert (done.status, done.share, done.pages) == ("finished", 1.0, 302)
    assert done.statuses == {"cleaned": 300, "skipped": 1, "failed": 1}
    assert done.started
    assert done.ended


def test_stopped_and_gone_on_with_it_ends_with_the_same_bytes(tmp_path: Path) -> None:
    jobs = store(tmp_path, page_workers=2)
    whole, cut = give(jobs, some_pages(900)), give(jobs, some_pages(900))
    perform(jobs, whole.id)
    perform(jobs, cut.id, stopping=begun(jobs, cut.id))
    waiting = jobs.records.get(cut.id)
    assert waiting.status == "queued"
    assert 0 < len(digests(jobs, cut.id)) < 4
    perform(jobs, cut.id)
    assert jobs.records.get(cut.id).statuses == {"cleaned": 900}
    assert digests(jobs, cut.id) == digests(jobs, whole.id)
    assert [row["url"] for row in rows(result(jobs, cut.id))] == [f"https://example.org/{n}" for n in range(900)]


def test_one_that_another_worker_has_is_left_alone(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(1))
    with held(jobs.folder.lock(job.id)):
        perform(jobs, job.id)
    assert jobs.records.get(job.id).status == "queued"


def test_one_that_is_done_or_gone_is_left_alone(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(1))
    perform(jobs, job.id)
    ended = jobs.records.get(job.id)
    perform(jobs, job.id)
    assert jobs.records.get(job.id) == ended
    perform(jobs, "nothing")


def test_deleted_in_the_middle_it_stops(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(900))
    written = begun(jobs, job.id)

    def stopping() -> bool:
        if written() and job.id in {open_job.id for open_job in jobs.records.open_jobs()}:
            jobs.delete(job.id)
        return False

    perform(jobs, job.id, stopping=stopping)
    with pytest.raises(JobNotFound):
        jobs.records.get(job.id)
    assert len(digests(jobs, job.id)) < 4
    jobs.sweep_out(job.id)
    assert not jobs.folder.job(job.id).exists()


def test_a_full_disk_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(600))
    put, shards = Store.put, []

    def full(self: Store, name: str, content: bytes) -> None:
        shards.append(name)
        if name.startswith("articles/") and len(shards) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(self, name, content)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", full)
        perform(jobs, job.id)
    waiting = jobs.records.get(job.id)
    assert (waiting.status, waiting.detail) == ("queued", "waits: the disk of the service is full")
    assert jobs.records.open_jobs() == []
    jobs.records.clock = lambda: waiting.not_before
    perform(jobs, job.id)
    assert jobs.records.get(job.id).statuses == {"cleaned": 600}
    assert len(rows(result(jobs, job.id))) == 600


def test_what_fails_again_and_again_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(1))
    monkeypatch.setattr("cleaner.jobs.perform.run", lambda *_: 1 / 0)
    for attempt in range(1, 11):
        jobs.records.clock = lambda: jobs.records.get(job.id).not_before
        perform(jobs, job.id)
        assert jobs.records.get(job.id).status == ("failed" if attempt == 10 else "queued")
    assert jobs.records.get(job.id).detail == "given up after 10 attempts: ZeroDivisionError"


def test_an_upload_that_takes_its_workers_with_it_is_given_up(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(1))
    for _ in range(10):
        assert jobs.records.start(job.id)  # and then nothing: the process is gone
    perform(jobs, job.id)
    assert jobs.records.get(job.id).detail == "given up after 10 attempts: workers-died"


def test_a_result_is_of_one_rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = store(tmp_path)
    job = give(jobs, some_pages(600))
    perform(jobs, job.id, stopping=begun(jobs, job.id))
    assert len(digests(jobs, job.id)) >= 1
    monkeypatch.setattr("cleaner.jobs.perform.__version__", "another")
    perform(jobs, job.id)
    assert jobs.records.get(job.id).statuses == {"cleaned": 600}
    assert b'"engine": "another"' in (jobs.folder.run(job.id) / "run.json").read_bytes()


def test_a_page_that_takes_its_process_with_it_costs_its_row(tmp_path: Path) -> None:
    jobs = store(tmp_path, page_seconds=2.0)
    job = give(jobs, some_pages(2) + b'{"html": "DIE"}\n' + b'{"html": "SLEEP"}\n' + some_pages(1))
    perform(jobs, job.id)
    assert [row["status"] for row in rows(result(jobs, job.id))] == [
        "cleaned", "cleaned", "failed", "timed_out", "cleaned"
    ]  # fmt: skip


def test_archives_inside_archives_are_bounded(tmp_path: Path) -> None:
    """A member is copied to the disk to be read as a zip: no more of it than an upload may have."""
    jobs = store(tmp_path, max_job_bytes=1000)
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.zip", zip_of([b"0" * 3000], zipfile.ZIP_STORED))
        archive.writestr("b.html", pages(1)[0])
        archive.writestr("c.zip", zip_of(pages(2)))
    job = give(jobs, sink.getvalue(), format="zip")
    perform(jobs, job.id)
    nested, *rest = rows(result(jobs, job.id))
    assert (nested["status"], nested["error"]["code"]) == ("failed", "too-large")
    assert [row["source"] for row in rest] == ["pages.zip!b.html", "pages.zip!c.zip!0.html", "pages.zip!c.zip!1.html"]
    assert {row["status"] for row in rest} == {"cleaned"}


@pytest.mark.parametrize(("format", "content"), [("ndjson", b"\n\n"), ("zip", zip_of([])), ("warc", b"WARC/1.1\r\n")])
def test_uploads_with_hardly_anything_in_them(tmp_path: Path, format: str, content: bytes) -> None:
    jobs = store(tmp_path)
    job = give(jobs, content, format=format)
    perform(jobs, job.id)
    done = jobs.records.get(job.id)
    assert (done.status, done.share) == ("finished", 1.0)
    assert [row["status"] for row in rows(result(jobs, job.id))] == ["failed"] * done.pages
