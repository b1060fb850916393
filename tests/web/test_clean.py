from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from cleaner.pipeline import clean
from cleaner.render import FORMATS, PROFILES, render
from tests.web.conftest import PAGE, TEXT


def test_json_and_raw_body_give_what_the_library_gives_byte_for_byte(client: FlaskClient) -> None:
    url = "https://example.vn/cau-moi.html"
    as_text = client.post("/v1/clean", json={"content": PAGE, "url": url, "content_type": "text/html"})
    assert as_text.data == render(clean(PAGE, url, "text/html"))
    raw = client.post(
        "/v1/clean", query_string={"url": url}, data=PAGE.encode(), content_type="text/html; charset=utf-8"
    )
    assert raw.data == render(clean(PAGE.encode(), url, "text/html; charset=utf-8"))
    assert raw.status_code == as_text.status_code == 200


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("profile", PROFILES)
def test_format_and_profile(client: FlaskClient, name: str, profile: str) -> None:
    answer = client.post("/v1/clean", query_string={"format": name, "profile": profile}, json={"content": PAGE})
    assert answer.data == render(clean(PAGE), name, PROFILES[profile])
    assert answer.mimetype == FORMATS[name].media_type


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/markdown", "text/markdown"),
        ("text/*", "text/plain"),
        ("text/html, application/json;q=0.9", "text/html"),
        ("image/png, application/ld+json;q=0.1", "application/ld+json"),
    ],
)
def test_accept(client: FlaskClient, accept: str, media_type: str) -> None:
    answer = client.post("/v1/clean", json={"content": PAGE}, headers={"Accept": accept})
    assert answer.mimetype == media_type
    assert answer.headers["Vary"] == "Accept"


def test_format_overrules_accept(client: FlaskClient) -> None:
    answer = client.post("/v1/clean?format=text", json={"content": PAGE}, headers={"Accept": "application/json"})
    assert answer.mimetype == "text/plain"


def test_nothing_acceptable_is_406(client: FlaskClient) -> None:
    answer = client.post("/v1/clean", json={"content": PAGE}, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "text/markdown" in answer.json["detail"]  # type: ignore[index]


def test_curls_default_content_type_says_nothing(client: FlaskClient) -> None:
    answer = client.post("/v1/clean", data=PAGE.encode(), content_type="application/x-www-form-urlencoded")
    assert answer.data == render(clean(PAGE.encode()))


def test_kind_is_believed(client: FlaskClient) -> None:
    for kind in ("html", "text"):
        raw = client.post("/v1/clean", query_string={"kind": kind}, data=TEXT.encode(), content_type="text/plain")
        told = client.post("/v1/clean", json={"content": TEXT, "kind": kind})
        assert raw.json["report"]["kind"] == told.json["report"]["kind"] == kind  # type: ignore[index]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "#/content"),
        ({"content": 1}, "#/content"),
        ({"content": "x", "kind": "pdf"}, "#/kind"),
        ({"content": "x", "url": ["u"]}, "#/url"),
        ({"content": "x", "contents": "y"}, "#/contents"),
        ([], "#"),
        ("x", "#"),
    ],
)
def test_a_body_that_is_not_as_described_is_422_and_pointed_at(client: FlaskClient, body: object, pointer: str) -> None:
    answer = client.post("/v1/clean", data=json.dumps(body), content_type="application/json")
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json["errors"]] == [pointer]  # type: ignore[index]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"content": NaN}', b'{"content": "\xff"}', b'{"content": "\\ud800"}', b"[" * 100_000, b"1" * 5000],
)
def test_a_body_that_is_not_json_is_400(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/v1/clean", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["type"]) == (400, "urn:cleaner:problem:malformed-body")  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "empty-input"),
        (b" \n\t ", 422, "empty-input"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", 415, "unsupported-media"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", 415, "unsupported-media"),
        (b"a" * 200_001, 413, "input-too-large"),
    ],
)
def test_what_cannot_be_cleaned(client: FlaskClient, content: bytes, status: int, code: str) -> None:
    answer = client.post("/v1/clean", data=content, content_type="text/html")
    assert (answer.status_code, answer.json["type"]) == (status, f"urn:cleaner:problem:{code}")  # type: ignore[index]


@pytest.mark.parametrize("query", ["format=docx", "profile=all", "kind=pdf"])
def test_unknown_options_are_400(client: FlaskClient, query: str) -> None:
    answer = client.post(f"/v1/clean?{query}", data=TEXT.encode(), content_type="text/plain")
    assert (answer.status_code, answer.json["type"]) == (400, "urn:cleaner:problem:bad-option")  # type: ignore[index]


def test_a_form_upload_is_told_what_to_send(client: FlaskClient) -> None:
    answer = client.post("/v1/clean", data={"page": "x"}, content_type="multipart/form-data")
    assert answer.status_code == 415
