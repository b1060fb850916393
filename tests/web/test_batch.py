from __future__ import annotations

import json

from flask.testing import FlaskClient

from cleaner.pipeline import clean
from cleaner.render import render
from tests.web.conftest import PAGE, TEXT, small_app


def test_results_in_order_errors_in_place_ids_back(client: FlaskClient) -> None:
    items = [{"id": "a", "content": PAGE}, {"id": 7, "content": " "}, {"content": TEXT}]
    one, two, three = client.post("/v1/clean/batch", json=items).json  # type: ignore[misc]
    assert one == {"id": "a", **json.loads(render(clean(PAGE)))}
    assert two["id"] == 7
    assert two["error"]["type"] == "urn:cleaner:problem:empty-input"
    assert three == {"id": None, **json.loads(render(clean(TEXT)))}


def test_a_result_stands_in_the_answer_byte_for_byte(client: FlaskClient) -> None:
    answer = client.post("/v1/clean/batch", json=[{"content": PAGE}])
    assert answer.data == b'[{"id":null,' + render(clean(PAGE))[1:] + b"]"


def test_other_formats_come_as_text(client: FlaskClient) -> None:
    (result,) = client.post("/v1/clean/batch?format=markdown", json=[{"id": 1, "content": PAGE}]).json  # type: ignore[misc]
    assert result == {"id": 1, "output": render(clean(PAGE), "markdown").decode()}


def test_faults_are_pointed_at_by_place(client: FlaskClient) -> None:
    answer = client.post("/v1/clean/batch", json=[{"content": "x"}, {"id": 1}])
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json["errors"]] == ["#/1/content"]  # type: ignore[index]


def test_an_empty_batch_is_an_empty_answer(client: FlaskClient) -> None:
    assert client.post("/v1/clean/batch", json=[]).json == []


def test_a_batch_has_an_end() -> None:
    client = small_app(max_batch_items=2).test_client()
    assert client.post("/v1/clean/batch", json=[{"content": "x"}] * 2).status_code == 200
    assert client.post("/v1/clean/batch", json=[{"content": "x"}] * 3).status_code == 413
