from __future__ import annotations

import errno
import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cleaner.jobs import Jobs
from cleaner.web.access.store import add_key
from cleaner.web.resources.jobs import JOBS_KEY
from tests.bulk.archives import Warc, pages, zip_of
from tests.jobs.stores import SECRET, perform, rows, some_pages
from tests.web.conftest import small_app

NDJSON = "application/x-ndjson"
PROBLEM = "urn:cleaner:problem:"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return small_app(jobs_dir=tmp_path, max_job_bytes=200_000, webhook_hosts="hooks.example.org", webhook_secret=SECRET)


@pytest.fixture
def jobs(app: Flask) -> Jobs:
    found: Jobs = app.extensions[JOBS_KEY]
    return found


def post(client: FlaskClient, data: bytes, query: str = "", media_type: str = NDJSON, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(f"/v1/jobs{query}", data=data, content_type=media_type, headers=named)


def code(answer: TestResponse) -> tuple[int, str]:
    """Status and type of a problem."""
    assert answer.mimetype == "application/problem+json"
    return answer.status_code, answer.json["type"].removeprefix(PROBLEM)  # type: ignore[index]


def test_from_upload_to_result(client: FlaskClient, jobs: Jobs) -> None:
    taken = post(client, some_pages(3))
    assert taken.status_code == 202
    job = taken.json
    assert job
    assert taken.headers["Location"] == job["links"]["self"] == f"/v1/jobs/{job['id']}"
    assert (job["status"], job["format"], job["bytes"]) == ("queued", "ndjson", len(some_pages(3)))
    waiting = client.get(job["links"]["result"])
    assert code(waiting) == (409, "job-not-finished")
    assert waiting.headers["Retry-After"] == "5"
    perform(jobs, job["id"])
    done = client.get(job["links"]["self"]).json
    assert done
    assert done["status"] == "finished"
    assert done["progress"] == {"share": 1.0, "pages": 3, "statuses": {"cleaned": 3}}
    assert job["created"] == done["created"] < done["started"] < done["ended"] < done["expires"]
    result = client.get(job["links"]["result"])
    assert (result.status_code, result.mimetype) == (200, NDJSON)
    assert [row["article"]["title"] for row in rows(result.data)] == ["Title 0", "Title 1", "Title 2"]


def test_answers_are_as_described(client: FlaskClient, jobs: Jobs) -> None:
    document = client.get("/openapi.json").json
    assert document
    schema = {"$ref": "#/components/schemas/JobStatus", "components": document["components"]}
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    job = post(client, some_pages(1), "?callback=https://hooks.example.org/done").json
    assert job
    validator.validate(job)
    jobs.records.start(job["id"])
    jobs.records.fail(job["id"], "why")
    failed = client.get(f"/v1/jobs/{job['id']}").json
    validator.validate(failed)
    assert failed
    assert failed["webhook"] == {
        "url": "https://hooks.example.org/done", "state": "due", "tries": 0, "detail": None
    }  # fmt: skip
    assert code(client.get(f"/v1/jobs/{job['id']}/result")) == (409, "job-failed")


@pytest.mark.parametrize(
    ("data", "query", "media_type", "format"),
    [
        (zip_of(pages(2)), "", "application/zip", "zip"),
        (Warc().response(0).content, "", "application/warc", "warc"),
        (Warc().response(0).content, "?format=warc", "application/gzip", "warc"),
        (some_pages(1), "?format=ndjson", "", "ndjson"),
        (some_pages(1), "", "application/jsonl", "ndjson"),
    ],
)
def test_formats_by_type_or_by_word(client: FlaskClient, data: bytes, query: str, media_type: str, format: str) -> None:
    job = post(client, data, query, media_type).json
    assert job
    assert job["format"] == format


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [("crawl.warc.gz", Warc().response(0).content, "warc"), ("a.zip", zip_of(pages(1)), "zip"),
     ("x.jsonl", some_pages(9), "ndjson")],
)  # fmt: skip
def test_a_file_of_a_form(client: FlaskClient, jobs: Jobs, name: str, data: bytes, format: str) -> None:
    form = {"note": "ignored", "file": (io.BytesIO(data), name)}
    job = client.post("/v1/jobs", data=form, content_type="multipart/form-data").json
    assert job
    assert (job["format"], job["bytes"]) == (format, len(data))
    assert jobs.folder.upload(job["id"], format).read_bytes() == data


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"page": (io.BytesIO(b"{}"), "a.ndjson")}, (400, "malformed-body")),
        ({"file": "no file"}, (400, "malformed-body")),
        ({"file": [(io.BytesIO(b"{}"), "a.ndjson"), (io.BytesIO(b"{}"), "b.ndjson")]}, (400, "malformed-body")),
        ({"file": (io.BytesIO(b"{}"), "a.pdf")}, (415, "unsupported-body")),
        ({"file": (io.BytesIO(b""), "a.zip")}, (422, "empty-input")),
    ],
)
def test_forms_that_are_refused(
    client: FlaskClient, jobs: Jobs, form: dict[str, object], expected: tuple[int, str]
) -> None:
    assert code(client.post("/v1/jobs", data=form, content_type="multipart/form-data")) == expected
    assert list(jobs.folder.incoming.iterdir()) == []


@pytest.mark.parametrize("body", [b"", b"--x\r\n", b"--x\r\nContent-Disposition: form-data; name=file", b"nonsense"])
@pytest.mark.parametrize("media_type", ["multipart/form-data", "multipart/form-data; boundary=x"])
def test_forms_that_are_none(client: FlaskClient, body: bytes, media_type: str) -> None:
    assert post(client, body, media_type=media_type).status_code == 400


@pytest.mark.parametrize(
    ("data", "query", "media_type", "expected"),
    [
        (b"", "", NDJSON, (422, "empty-input")),
        (b"{}", "", "text/html", (415, "unsupported-body")),
        (b"{}", "", "", (415, "unsupported-body")),
        (b"{}", "?format=csv", NDJSON, (400, "bad-option")),
        (b"{}", "", "application/zip", (422, "upload-mismatch")),
        (b"x" * 200_001, "", NDJSON, (413, "input-too-large")),
        (b"{}", "?callback=http://hooks.example.org/", NDJSON, (422, "webhook-refused")),
        (b"{}", "?callback=https://example.org/", NDJSON, (422, "webhook-refused")),
        (b"{}", "?callback=x", NDJSON, (422, "webhook-refused")),
    ],
)
def test_what_is_refused(
    client: FlaskClient, jobs: Jobs, data: bytes, query: str, media_type: str, expected: tuple[int, str]
) -> None:
    assert code(post(client, data, query, media_type)) == expected
    assert jobs.records.known() == set()


def test_the_limit_is_on_the_decompressed_size(client: FlaskClient) -> None:
    fits = gzip.compress(b"{}\n" * 60_000)
    assert post(client, fits, Content_Encoding="gzip").status_code == 202
    assert code(post(client, gzip.compress(b"{}\n" * 70_000), Content_Encoding="gzip")) == (413, "input-too-large")
    assert code(post(client, fits[:-9], Content_Encoding="gzip")) == (400, "malformed-body")


def test_a_key_makes_a_request_repeatable(client: FlaskClient, jobs: Jobs) -> None:
    first = post(client, some_pages(1), Idempotency_Key='"8e03978e"').json
    again = post(client, some_pages(1), Idempotency_Key='"8e03978e"')
    assert first
    assert (again.status_code, again.json) == (202, first)
    other = post(client, some_pages(2), Idempotency_Key='"8e03978e"')
    assert code(other) == (422, "idempotency-key-reused")
    assert jobs.records.known() == {first["id"]}
    for bad in ("", "a b", "é", "x" * 256):
        assert code(post(client, some_pages(1), Idempotency_Key=bad)) == (400, "bad-option")


def test_a_full_queue_says_when_to_come_again(tmp_path: Path) -> None:
    client = small_app(jobs_dir=tmp_path, max_jobs_waiting=1).test_client()
    assert post(client, some_pages(1)).status_code == 202
    refused = post(client, some_pages(1))
    assert code(refused) == (503, "queue-full")
    assert refused.headers["Retry-After"] == "30"


def test_a_full_disk_is_507_and_keeps_nothing(client: FlaskClient, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cleaner.jobs.upload.os.fsync", full)
        answer = post(client, some_pages(1))
    assert code(answer) == (507, "storage-full")
    assert answer.headers["Retry-After"] == "60"
    assert (jobs.records.known(), list(jobs.folder.incoming.iterdir())) == (set(), [])
    assert post(client, some_pages(1)).status_code == 202


def test_delete(client: FlaskClient, jobs: Jobs) -> None:
    job = post(client, some_pages(1)).json
    assert job
    gone = client.delete(job["links"]["self"])
    assert (gone.status_code, gone.data) == (204, b"")
    for answer in (
        client.delete(job["links"]["self"]),
        client.get(job["links"]["self"]),
        client.get(job["links"]["result"]),
    ):
        assert code(answer) == (404, "job-not-found")
    assert not jobs.folder.job(job["id"]).exists()


@pytest.mark.parametrize("name", ["x", "..", "%2e%2e%2fjobs.sqlite3", "'or 1=1", "0" * 32])
def test_ids_that_are_none(client: FlaskClient, name: str) -> None:
    for method, path in (
        ("GET", f"/v1/jobs/{name}"),
        ("GET", f"/v1/jobs/{name}/result"),
        ("DELETE", f"/v1/jobs/{name}"),
    ):
        assert client.open(path, method=method).status_code in (404, 405)


def test_jobs_of_another_key_are_not_there(tmp_path: Path) -> None:
    """Each key of a real store owns its jobs and its Idempotency-Keys."""
    store = tmp_path / "keys.json"
    mine, theirs = ({"Authorization": f"Bearer {_key_for_jobs(store, name)}"} for name in ("mine", "theirs"))
    client = small_app(jobs_dir=tmp_path / "jobs", keys=store).test_client()
    job = post(client, some_pages(1), **mine, Idempotency_Key="k").json
    assert job
    for answer in (
        client.get(job["links"]["self"], headers=theirs),
        client.get(job["links"]["result"], headers=theirs),
        client.delete(job["links"]["self"], headers=theirs),
    ):
        assert code(answer) == (404, "job-not-found")
    assert post(client, some_pages(1), **theirs, Idempotency_Key="k").json["id"] != job["id"]  # type: ignore[index]
    assert post(client, some_pages(1), **mine, Idempotency_Key="k").json["id"] == job["id"]  # type: ignore[index]
    assert client.get(job["links"]["self"], headers=mine).status_code == 200
    assert client.delete(job["links"]["self"], headers=mine).status_code == 204


def _key_for_jobs(store: Path, name: str) -> str:
    return add_key(store, name, ["jobs"], [], None, datetime.now(UTC))


def test_a_result_may_be_refused_by_accept(client: FlaskClient) -> None:
    job = post(client, some_pages(1)).json
    assert job
    assert code(client.get(job["links"]["result"], headers={"Accept": "text/html"})) == (406, "not-acceptable")


def test_the_record_is_json_of_one_form(client: FlaskClient) -> None:
    answer = post(client, some_pages(1))
    assert answer.text == json.dumps(answer.json, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_metrics_count_jobs_by_status(client: FlaskClient, jobs: Jobs) -> None:
    assert "cleaner_jobs{" not in client.get("/metrics").text
    assert not jobs.folder.record.exists()
    post(client, some_pages(1))
    perform(jobs, post(client, some_pages(1)).json["id"])  # type: ignore[index]
    lines = client.get("/metrics").text.splitlines()
    for status, count in (("queued", 1), ("running", 0), ("finished", 1), ("failed", 0)):
        assert f'cleaner_jobs{{status="{status}"}} {count}.0' in lines


def test_a_type_that_is_not_read_is_named(client: FlaskClient) -> None:
    answer = client.post("/v1/jobs", data=b"{}", content_type="application/json")
    assert answer.json
    assert answer.json["detail"].startswith("Content-Type is application/json, which is not read; send one that is")
