"""The page /rules, the counts, and rules tried before they are saved."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser

from cleaner.pipeline import default_rulebook
from cleaner.web.resources.try_rules import EXAMPLE
from cleaner.web.usage import Usage
from tests.web.conftest import PAGE, small_app

BOOK = default_rulebook()


def tree(client: FlaskClient, path: str) -> LexborHTMLParser:
    answer = client.get(path)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def test_every_pack_stands_there_with_its_rules(client: FlaskClient) -> None:
    rows = tree(client, "/rules").css(".rules-table tbody tr")
    assert [row.css_first("th").text().strip() for row in rows] == [pack.name for pack in BOOK.packs]  # type: ignore[union-attr]
    pack = BOOK.packs[-1].name
    shown = tree(client, f"/rules?pack={pack}").css(".rule")
    own = [owner.id for owner in (*BOOK.rules, *BOOK.fields) if owner.pack == pack]
    assert [rule.css_first(".rule-id").text() for rule in shown] == own  # type: ignore[union-attr]


def test_a_rule_with_all_its_examples_as_text(client: FlaskClient) -> None:
    rule = next(rule for rule in BOOK.rules if rule.where.selectors)
    found = next(node for node in tree(client, f"/rules?q={rule.id}").css(".rule") if node.id == f"rule-{rule.id}")
    assert [node.text() for node in found.css(".hit li")] == list(rule.hits)
    assert [node.text() for node in found.css(".miss li")] == list(rule.misses)
    assert rule.why in found.text()


def test_filters(client: FlaskClient) -> None:
    roles = {node.text() for node in tree(client, "/rules?role=ad").css(".rule-role")}
    assert roles == {"ad"}
    assert tree(client, "/rules?q=nothing-is-like-this").css(".rule") == []
    assert client.get("/rules?role=nonsense").status_code == 400


def test_what_decided_is_counted() -> None:
    client = small_app().test_client()
    result: Any = client.post("/v1/clean", json={"content": PAGE}).json
    client.post("/v1/clean", json={"content": ""})  # an error is no page
    usage: Any = client.get("/v1/rules/usage").json
    assert usage["blocks"] == result["report"]["rules"]
    assert usage["pages"] == 1
    assert set(usage["never"]) == {rule.id for rule in BOOK.rules} - set(usage["blocks"])
    shown = {node.css_first(".rule-id").text() for node in tree(client, "/rules?never=1").css(".rule")}  # type: ignore[union-attr]
    assert shown
    assert shown & set(usage["blocks"]) == set()


def test_counts_add_up() -> None:
    usage = Usage()
    usage.count([("a", 2)])
    usage.count([("a", 1), ("b", 1)])
    assert (usage.pages, usage.blocks()) == (2, {"a": 3, "b": 1})


@pytest.mark.parametrize(
    ("path", "accepts", "title"),
    [
        ("/rules", "vi", "Quy tắc"),
        ("/rules", "en", "Rules"),
        ("/rules", "fr", "Rules"),
        ("/rules?lang=vi", "en", "Quy tắc"),
    ],
)
def test_the_language_of_the_reader(client: FlaskClient, path: str, accepts: str, title: str) -> None:
    answer = client.get(path, headers={"Accept-Language": accepts})
    found = LexborHTMLParser(answer.text)
    assert found.css_first("h1").text() == title  # type: ignore[union-attr]
    assert found.css_first("html").attributes["lang"] == answer.headers["Content-Language"]  # type: ignore[union-attr]


def test_the_choice_holds_here_and_at_the_workbench() -> None:
    client = small_app().test_client()
    client.get("/?lang=vi")
    assert client.get("/rules").headers["Content-Language"] == "vi"
    client.get("/rules?lang=en")
    assert '<html lang="en"' in client.get("/", headers={"Accept-Language": "vi"}).text


def test_under_its_own_policy(client: FlaskClient) -> None:
    answer = client.get("/rules?q=related")
    assert "'unsafe" not in answer.headers["Content-Security-Policy"]
    found = LexborHTMLParser(answer.text)
    assert all(node.attributes.get("src") for node in found.css("script"))
    assert found.css("style, [style], [onclick]") == []


def test_what_a_reader_types_is_text(client: FlaskClient) -> None:
    found = tree(client, "/rules?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&pack=%3Cb%3E")
    assert found.css_first("input[name=q]").attributes["value"] == '"><script>alert(1)</script>'  # type: ignore[union-attr]


def test_a_rule_is_tried_and_not_saved(client: FlaskClient) -> None:
    answer: Any = client.post("/v1/rules/try", json=EXAMPLE).json
    (changed,) = answer["changed"]
    assert (changed["page"], changed["after"]["role"], changed["after"]["rule"]) == ("page", "promo", "my.label")
    assert answer["check"] == {"ok": True, "problems": []}
    assert client.get("/v1/rules/my.label").status_code == 404


def test_a_rule_that_hits_its_miss_is_told(client: FlaskClient) -> None:
    toml = EXAMPLE["toml"].replace("đã đóng cửa.", "")  # type: ignore[attr-defined]
    answer: Any = client.post("/v1/rules/try", json={**EXAMPLE, "toml": toml}).json
    assert answer["check"]["ok"] is False
    assert "my.label: hits its miss" in answer["check"]["problems"][0]


@pytest.mark.parametrize(
    ("toml", "detail"),
    [
        ("[[rule]]\nid = 'a'\nrole = 'promo'\nwhy = 'w.'\nwhere = { pattern = '(a+)+$' }", "bound"),
        ("not toml", "not TOML"),
        ("[pack]\nhosts = 3", "hosts"),
        ("pack = 3", "table"),
    ],
)
def test_what_cannot_be_loaded_is_refused_with_its_reason(client: FlaskClient, toml: str, detail: str) -> None:
    answer = client.post("/v1/rules/try", json={**EXAMPLE, "toml": toml})
    assert answer.status_code == 422
    assert detail in answer.json["detail"]  # type: ignore[index]


def test_the_pack_is_that_of_its_host(client: FlaskClient) -> None:
    toml = "[pack]\nhosts = ['tin.mau.vn']\nseen = '2026-07'\n" + str(EXAMPLE["toml"])
    elsewhere: Any = client.post("/v1/rules/try", json={**EXAMPLE, "toml": toml}).json
    assert (elsewhere["pack"], elsewhere["changed"]) == ("sites/tin.mau.vn", [])
    page = {**EXAMPLE["page"], "url": "https://tin.mau.vn/a"}  # type: ignore[dict-item]
    at_home: Any = client.post("/v1/rules/try", json={"toml": toml, "page": page}).json
    assert len(at_home["changed"]) == 1
