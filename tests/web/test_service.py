"""Health, metrics, rules and the description for people."""

from __future__ import annotations

import re
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cleaner.rulebook import Rulebook
from cleaner.rulebook.engine import ENGINE_RULES
from cleaner.rulebook.said import conditions
from cleaner.version import __version__
from cleaner.web.resources import OPERATIONS
from cleaner.web.state import KEY, State
from tests.web.conftest import PAGE, small_app


@pytest.fixture
def book(app: Flask) -> Rulebook:
    return cast(State, app.extensions[KEY]).rulebook


def test_health(client: FlaskClient, book: Rulebook) -> None:
    assert client.get("/healthz").json == {"status": "ok", "version": __version__}
    ready = client.get("/readyz").json
    assert ready["status"] == "ready"  # type: ignore[index]
    assert ready["rulebook"] == book.version  # type: ignore[index]


def test_head_is_get_without_body(client: FlaskClient) -> None:
    answer = client.head("/healthz")
    assert (answer.status_code, answer.data) == (200, b"")


def test_metrics_count_requests_and_pages() -> None:
    client = small_app().test_client()
    client.post("/v1/clean", json={"content": PAGE})
    client.post("/v1/clean", json={"content": ""})
    client.post("/v1/clean/batch", json=[{"content": ""}, {"content": ""}])
    text = client.get("/metrics").text
    assert 'cleaner_requests_total{method="POST",route="/v1/clean",status="200"} 1.0' in text
    assert 'cleaner_requests_total{method="POST",route="/v1/clean",status="422"} 1.0' in text
    assert 'cleaner_pages_total{outcome="empty-input"} 3.0' in text
    assert f'engine="{__version__}"' in text


def test_labels_stay_few_whatever_is_asked() -> None:
    client = small_app().test_client()
    for number in range(50):
        client.get(f"/nothing/{number}")
        client.get(f"/v1/rules/{number}")
        client.open("/healthz", method=f"X{number}")
    text = client.get("/metrics").text
    assert len(re.findall(r"^cleaner_requests_total", text, re.MULTILINE)) == 3


def test_rules_are_those_of_the_rulebook(client: FlaskClient, book: Rulebook) -> None:
    listed = client.get("/v1/rules").json
    assert [rule["id"] for rule in listed["rules"]] == [
        rule.id for rule in (*book.rules, *book.fields, *ENGINE_RULES.values())
    ]  # type: ignore[index]
    for rule in book.rules:
        shown = client.get(f"/v1/rules/{rule.id}").json
        assert shown["decides"] == rule.role.value  # type: ignore[index]
        assert tuple(shown["hits"]) == rule.hits  # type: ignore[index]
        assert shown["where"] == {name: list(values) for name, values in conditions(rule).items()}  # type: ignore[index]
    for rule in ENGINE_RULES.values():
        assert client.get(f"/v1/rules/{rule.id}").json["why"] == rule.why  # type: ignore[index]
    for field in book.fields:
        assert client.get(f"/v1/rules/{field.id}").json["decides"] == f"field:{field.field}"  # type: ignore[index]


def test_rules_by_role_and_pack(client: FlaskClient, book: Rulebook) -> None:
    rule = book.rules[0]
    by_role = client.get("/v1/rules", query_string={"role": rule.role.value}).json["rules"]  # type: ignore[index]
    assert [line["id"] for line in by_role] == [
        *(other.id for other in book.rules if other.role is rule.role),
        *(other.id for other in ENGINE_RULES.values() if rule.role.value in other.decides.split(", ")),
    ]
    by_pack = client.get("/v1/rules", query_string={"pack": rule.pack}).json["rules"]  # type: ignore[index]
    assert {line["pack"] for line in by_pack} == {rule.pack}


def test_docs_tell_of_every_operation_without_asking_anyone_else(client: FlaskClient) -> None:
    page = client.get("/docs").text
    for operation in OPERATIONS:
        assert f'id="{operation.name}"' in page
    assert "CLEANER_PAGE_SECONDS" in page
    assert not re.search(r'(src|href)="(https?:)?//(?!www\.rfc-editor\.org)', page)
