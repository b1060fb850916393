"""What a client says wrongly is told to it, with the place."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from cleaner.web.resources import OPERATIONS
from tests.web.conftest import PAGE


@pytest.mark.parametrize(
    ("method", "path", "words"),
    [
        ("POST", "/v1/clean?fromat=text", "unknown parameter 'fromat'; there are format, profile, url, kind"),
        ("POST", "/v1/clean/batch?url=https://a.vn/", "unknown parameter 'url'; there are format, profile"),
        ("GET", "/v1/rules?rol=related", "unknown parameter 'rol'; there are role, pack"),
        ("POST", "/v1/restore?format=text", "unknown parameter 'format'; there are none here"),
        ("GET", "/v1/rules?pack=nope", "unknown pack 'nope'; GET /v1/rules lists them"),
    ],
)
def test_a_misspelt_parameter_is_refused(client: FlaskClient, method: str, path: str, words: str) -> None:
    answer = client.open(path, method=method, json=[] if method == "POST" else None)
    assert (answer.status_code, answer.json and answer.json["detail"]) == (400, words)


def test_pages_for_people_may_be_linked_with_anything(client: FlaskClient) -> None:
    assert client.get("/docs?utm_source=x").status_code == 200


def test_every_operation_says_that_it_may_refuse_a_parameter() -> None:
    assert [entry.name for entry in OPERATIONS if entry.path.startswith("/v1/") and 400 not in entry.problems] == []


def test_the_pack_of_the_engine_is_one(client: FlaskClient) -> None:
    answer = client.get("/v1/rules?pack=engine")
    assert answer.json
    assert {line["pack"] for line in answer.json["rules"]} == {"engine"}


def test_address_and_kind_in_the_query_count_where_json_says_none(client: FlaskClient) -> None:
    def cleaned(**page: str) -> Any:
        return client.post("/v1/clean?url=https://a.vn/1&kind=text", json={"content": PAGE, **page}).json

    assert cleaned()["article"]["url"] == "https://a.vn/1"
    assert cleaned()["report"]["kind"] == "text"
    assert cleaned(url="https://b.vn/2", kind="html")["article"]["url"] == "https://b.vn/2"
    assert cleaned(kind="html")["report"]["kind"] == "html"


def test_what_does_not_fit_the_ledger_is_pointed_at(client: FlaskClient) -> None:
    result: Any = client.post("/v1/clean", json={"content": PAGE}).json
    answer: Any = client.post("/v1/restore", json=result | {"ids": [0, 99]})
    assert (answer.status_code, answer.json["errors"]) == (
        422,
        [{"pointer": "#/ids/1", "detail": "is not in the ledger"}],
    )
    changes = [{"block": 99, "role": "body", "kept": True}, {"block": 0, "role": "caption", "kept": True}]
    answer = client.post("/v1/revise", json=result | {"changes": changes})
    assert [fault["pointer"] for fault in answer.json["errors"]] == ["#/changes/0/block", "#/changes/1/kept"]
    assert answer.json["errors"][1]["detail"] == "the role caption is not kept in the text"
