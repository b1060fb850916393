"""Jobs, against a real service and a real worker; what those never do is made up at the end."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest

from cleaner.client import Job, PageRefused, RequestRefused, ServiceUnavailable, Trouble, Unreachable, UnreadableAnswer
from cleaner.client.lines import Lines
from cleaner.pipeline import clean
from cleaner.render import render
from tests.bulk.archives import zip_of
from tests.client.conftest import Ask
from tests.client.test_retry import Answers, problem
from tests.waiting import PATIENCE
from tests.web.conftest import PAGE, TEXT

URL = "https://example.vn/cau"
#: U+2028 ends a line for some readers, and does not for JSON.
NOTE = "two\u2028lines"
LINES = b"".join(
    json.dumps(value, ensure_ascii=False).encode() + b"\n"
    for value in ({"id": "a", "content": TEXT, "url": URL, "note": NOTE}, {"id": "b", "content": ""}, {"html": PAGE})
)


@pytest.mark.usefixtures("worker")
def test_lines_from_start_to_end(ask: Ask, service: str) -> None:
    given = ask(service, "submit", LINES, "ndjson")
    assert isinstance(given, Job)
    assert (given.format, given.bytes, given.webhook) == ("ndjson", len(LINES), None)
    done = ask(service, "wait", given.id, every=0.1, timeout=PATIENCE)
    assert (done.id, done.status, done.detail) == (given.id, "finished", None)
    assert done.progress == (1.0, 3, {"cleaned": 2, "skipped": 1})
    assert given.created <= done.started <= done.ended
    assert done.expires - done.ended == timedelta(hours=168)
    first, second, third = ask(service, "job_result", given.id)
    assert (first.id, first.status, first.url, first.meta["note"]) == ("a", "cleaned", URL, NOTE)
    assert (first.result, first.error) == (clean(TEXT.encode(), URL), None)
    assert (second.id, second.status, second.result) == ("b", "skipped", None)
    assert second.error.code in ("empty-input", "no-content")
    at = len(b"".join(LINES.splitlines(keepends=True)[:2]))
    assert (third.source, third.offset, third.result.article.title) == ("pages.ndjson", at, "Cầu mới qua sông")


@pytest.mark.usefixtures("worker")
def test_a_zip_by_its_name(ask: Ask, service: str, tmp_path: Path) -> None:
    file = tmp_path / "Crawl.ZIP"
    file.write_bytes(zip_of([PAGE.encode(), b"%PDF-1.7"]))
    job = ask(service, "wait", ask(service, "submit", file).id, every=0.1, timeout=PATIENCE)
    assert (job.format, job.bytes) == ("zip", file.stat().st_size)
    page, document = ask(service, "job_result", job.id)
    assert (page.id, page.source) == ("pages.zip!0.html#0", "pages.zip!0.html")
    assert page.result.article.title == "Cầu mới qua sông"
    assert (document.status, document.error.code) == ("skipped", "unsupported-media")


def test_the_same_key_is_the_same_job_and_a_cancelled_one_is_gone(ask: Ask, service: str) -> None:
    key = f"night-run-{ask.__name__}"
    job = ask(service, "submit", LINES, "ndjson", key=key)
    assert ask(service, "submit", LINES, "ndjson", key=key).id == job.id
    with pytest.raises(RequestRefused, match="422") as reused:
        ask(service, "submit", LINES[:-1], "ndjson", key=key)
    assert reused.value.problem.code == "idempotency-key-reused"
    ask(service, "cancel", job.id)
    for method in ("job", "wait", "job_result", "cancel"):
        with pytest.raises(RequestRefused, match="404") as gone:
            ask(service, method, job.id)
        assert gone.value.problem.code == "job-not-found"
    again = ask(service, "submit", LINES, "ndjson", key=key)
    assert again.id != job.id
    ask(service, "cancel", again.id)


def test_without_a_key_each_is_a_job_of_its_own(ask: Ask, service: str) -> None:
    jobs = [ask(service, "submit", LINES, "ndjson").id for _ in range(2)]
    assert len(set(jobs)) == 2
    for job in jobs:
        ask(service, "cancel", job)


def test_uploads_that_are_refused(ask: Ask, service: str) -> None:
    with pytest.raises(PageRefused, match="empty"):
        ask(service, "submit", b"", "ndjson")
    with pytest.raises(RequestRefused) as mismatch:
        ask(service, "submit", LINES, "zip")
    assert mismatch.value.problem.code == "upload-mismatch"
    with pytest.raises(RequestRefused) as refused:
        ask(service, "submit", LINES, "ndjson", callback="https://hooks.example.org/done")
    assert refused.value.problem.code == "webhook-refused"


@pytest.mark.parametrize("source", [LINES, Path("pages.tar")])
def test_a_format_that_cannot_be_told_is_asked_for(ask: Ask, source: bytes | Path) -> None:
    with pytest.raises(ValueError, match="say the format: one of ndjson, zip, warc"):
        ask("http://127.0.0.1:9", "submit", source)


# What a real service does not do when it is asked to.

TOLD = {
    "id": "j",
    "status": "queued",
    "format": "warc",
    "bytes": 9,
    "created": "2026-11-22T08:00:00+00:00",
    "started": None,
    "ended": None,
    "expires": None,
    "progress": {"share": 0.0, "pages": 0, "statuses": {}},
    "detail": None,
    "webhook": {"url": "https://hooks.example.org/", "state": "none", "tries": 0, "detail": None},
    "links": {"self": "/v1/jobs/j", "result": "/v1/jobs/j/result"},
    "more": "to come",
}
ACCEPTED = httpx2.Response(202, content=json.dumps(TOLD))
GOOD = b'{"id":"a","source":"pages.ndjson","offset":0,"status":"cleaned",' + render(clean(TEXT))[1:]
BAD = b'{"id":"b","source":"pages.ndjson","offset":9,"status":"timed_out","error":{"code":"time","detail":"d"}}'


def test_asked_again_after_lost_answers_it_is_one_key_and_the_whole_file(ask: Ask, tmp_path: Path) -> None:
    busy = problem(503, "queue-full", **{"Retry-After": "0"})
    answers = Answers(httpx2.ReadError("lost"), busy, ACCEPTED)
    file = tmp_path / "crawl.WARC.gz"
    file.write_bytes(bytes(range(256)) * 4096)
    url = "http://service"
    job = ask(url, "submit", file, callback="https://hooks.example.org/", options=answers.options())
    assert (job.id, job.webhook.state, job.ended) == ("j", "none", None)
    assert len({request.headers["Idempotency-Key"] for request in answers.requests}) == 1
    assert {request.headers["Content-Type"] for request in answers.requests} == {"application/warc"}
    assert {request.url.params["callback"] for request in answers.requests} == {"https://hooks.example.org/"}
    assert [request.content for request in answers.requests] == [file.read_bytes()] * 3


def test_a_full_disk_is_not_waited_for_when_that_takes_too_long(ask: Ask) -> None:
    answers = Answers(problem(507, "storage-full", **{"Retry-After": "60"}), ACCEPTED)
    with pytest.raises(ServiceUnavailable, match="507"):
        ask("http://service", "submit", LINES, "ndjson", options=answers.options())


def test_waiting_ends_with_its_time(ask: Ask) -> None:
    answers = Answers(*[ACCEPTED] * 2)
    assert ask("http://service", "wait", "j", every=0.02, timeout=0.01, options=answers.options()).status == "queued"


def test_an_answer_that_is_no_job(ask: Ask) -> None:
    answers = Answers(httpx2.Response(200, content=b'{"id": "j", "status": "queued"}'))
    with pytest.raises(UnreadableAnswer, match="GET /v1/jobs/j"):
        ask("http://service", "job", "j", options=answers.options())


@pytest.mark.parametrize("piece", [1, 7, 1 << 20])
def test_lines_in_pieces(piece: int) -> None:
    content, lines = GOOD + b"\n\n" + BAD + b"\n", Lines()
    pieces = [content[at : at + piece] for at in range(0, len(content), piece)]
    assert [line for each in pieces for line in lines.feed(each)] == [GOOD, BAD]
    lines.end()


@pytest.mark.parametrize(
    "second",
    [b"{\n", b"[]\n", b'{"id":"b","status":"cleaned"}\n', BAD.replace(b'"error":{', b'"error":[{'), GOOD[:-9], b'"'],
)
def test_a_line_that_cannot_be_read_ends_the_result(ask: Ask, second: bytes) -> None:
    answers = Answers(httpx2.Response(200, content=GOOD + b"\n" + second))
    with pytest.raises(UnreadableAnswer, match="line"):
        ask("http://service", "job_result", "j", options=answers.options())


class BrokenOff(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """An answer whose connection is lost after its first line."""

    def __iter__(self) -> Iterator[bytes]:
        yield GOOD + b"\n"
        raise httpx2.RemoteProtocolError("closed without its end")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def test_a_result_that_breaks_off(ask: Ask) -> None:
    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, stream=BrokenOff()))
    with pytest.raises(Unreachable, match="without its end"):
        ask("http://service", "job_result", "j", options={"transport": transport})


def test_a_line_with_trouble(ask: Ask) -> None:
    answers = Answers(httpx2.Response(200, content=BAD + b"\n"))
    (page,) = ask("http://service", "job_result", "j", options=answers.options())
    assert (page.status, page.result, page.error) == ("timed_out", None, Trouble("time", "d"))
