"""Jobs, against a stub that answers as the API describes them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Response, request
from werkzeug.serving import make_server

from cleaner.client import Job, Page, RequestRefused, Retry, ServiceUnavailable
from cleaner.pipeline import clean
from cleaner.render import render
from tests.client.conftest import Ask
from tests.web.conftest import TEXT

LINES = b'{"id": 1, "content": "a"}\n{"id": 2, "content": ""}\n'


class Stub:
    """What was sent, and jobs by their Idempotency-Key. `busy`: how often it is to answer 503 first."""

    def __init__(self) -> None:
        self.busy = 0
        self.uploads: list[tuple[str, bytes]] = []
        self.jobs: dict[str, str] = {}
        self.app = Flask("stub")
        self.app.add_url_rule("/v1/jobs", view_func=self.submit, methods=["POST"])
        self.app.add_url_rule("/v1/jobs/<job>", view_func=self.show, methods=["GET", "DELETE"])
        self.app.add_url_rule("/v1/jobs/<job>/result", view_func=self.result)

    def submit(self) -> Any:
        self.uploads.append((request.headers["Content-Type"], request.get_data()))
        job = self.jobs.setdefault(request.headers["Idempotency-Key"], f"j{len(self.jobs)}")
        if self.busy:
            self.busy -= 1
            return problem(503, "service-busy"), 503, {"Retry-After": "0"}
        return {"id": job, "status": "queued", "more": "to come"}, 202, {"Location": f"/v1/jobs/{job}"}

    def show(self, job: str) -> Any:
        if job not in self.jobs.values():
            return problem(404, "unknown-job")
        if request.method == "DELETE":
            self.jobs = {key: name for key, name in self.jobs.items() if name != job}
            return "", 204
        return {"id": job, "status": "done", "counts": {"done": 1, "failed": 1}}

    def result(self, job: str) -> Any:
        if job not in self.jobs.values():
            return problem(404, "unknown-job")
        error = json.loads(problem(422, "empty-input").data)
        lines = [b'{"id":1,' + render(clean(TEXT))[1:], json.dumps({"id": 2, "error": error}).encode(), b""]
        return Response(iter(line + b"\n" for line in lines), content_type="application/x-ndjson")


def problem(status: int, code: str) -> Response:
    body = {"type": f"urn:cleaner:problem:{code}", "title": "t", "status": status, "detail": "d", "instance": "i"}
    return Response(json.dumps(body), status, content_type="application/problem+json")


@pytest.fixture
def stub() -> Iterator[tuple[Stub, str]]:
    made = Stub()
    server = make_server("127.0.0.1", 0, made.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_job_from_start_to_end(ask: Ask, stub: tuple[Stub, str]) -> None:
    made, url = stub
    job = ask(url, "submit", LINES, "application/x-ndjson")
    assert (job, job.ended) == (Job("j0", "queued"), False)
    assert made.uploads == [("application/x-ndjson", LINES)]
    done = ask(url, "job", job.id)
    assert (done.counts, done.ended) == ({"done": 1, "failed": 1}, True)
    first, second = ask(url, "job_result", job.id)
    assert (first.id, first.unwrap()) == (1, clean(TEXT))
    assert (second.id, second.error.problem.code) == (2, "empty-input")
    ask(url, "cancel", job.id)
    with pytest.raises(RequestRefused, match="404"):
        ask(url, "job", job.id)
    with pytest.raises(RequestRefused, match="404"):
        ask(url, "job_result", job.id)


def test_asked_again_it_is_one_job_and_the_whole_file(ask: Ask, stub: tuple[Stub, str], tmp_path: Path) -> None:
    made, url = stub
    made.busy = 2
    file = tmp_path / "crawl.WARC.gz"
    file.write_bytes(bytes(range(256)) * 4096)
    job = ask(url, "submit", file, options={"retry": Retry(attempts=3, first_wait=0)})
    assert (job.id, made.jobs and len(made.jobs)) == ("j0", 1)
    assert made.uploads == [("application/warc", file.read_bytes())] * 3


def test_a_key_of_one_s_own(ask: Ask, stub: tuple[Stub, str]) -> None:
    made, url = stub
    made.busy = 1
    with pytest.raises(ServiceUnavailable):
        ask(url, "submit", LINES, "application/x-ndjson", key="night-run", options={"retry": Retry(attempts=1)})
    assert ask(url, "submit", LINES, "application/x-ndjson", key="night-run").id == "j0"
    assert list(made.jobs) == ["night-run"]


@pytest.mark.parametrize("source", [LINES, Path("pages.tar")])
def test_a_media_type_that_cannot_be_told_is_asked_for(ask: Ask, stub: tuple[Stub, str], source: bytes | Path) -> None:
    with pytest.raises(ValueError, match="media_type"):
        ask(stub[1], "submit", source)


def test_pages_are_what_a_line_holds() -> None:
    assert set(Page._fields) >= set(json.loads(LINES.splitlines()[0]))
