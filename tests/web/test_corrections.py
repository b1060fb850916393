"""Corrections over HTTP: kept, listed, forgotten; and the rule drafted from one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from flask.testing import FlaskClient

from cleaner.draft import compare
from cleaner.limits import Limits
from cleaner.model import RawPage
from cleaner.pipeline import default_rulebook
from cleaner.rulebook import extend
from tests.web.conftest import ROOT, small_app

EXAMPLE = ROOT / "rules" / "example"
URL = "https://tin.mau.vn/a.html"


@pytest.fixture
def keeping(tmp_path: Path) -> FlaskClient:
    return small_app(data=tmp_path / "data").test_client()


def page(name: str = "one") -> dict[str, Any]:
    return {"content": (EXAMPLE / f"{name}.html").read_text("utf-8"), "url": URL}


def change(client: FlaskClient, words: str, role: str, shown: dict[str, Any]) -> dict[str, Any]:
    ledger = client.post("/v1/clean", json=shown).json["ledger"]  # type: ignore[index]
    entry = next(entry for entry in ledger if entry["text"].startswith(words))
    was = {name: entry[name] for name in ("role", "rule", "kept")}
    return {"block": entry["id"], "role": role, "kept": role == "summary", "was": was}


def corrected(client: FlaskClient, words: str = "Sau bốn", role: str = "summary", name: str = "one") -> dict[str, Any]:
    shown = page(name)
    body = {"page": shown, "changes": [change(client, words, role, shown)], "note": "The lead under the headline"}
    answer = client.post("/v1/corrections", json=body)
    assert answer.status_code == 201, answer.json
    assert answer.headers["Location"] == f"/v1/corrections/{answer.json['id']}"  # type: ignore[index]
    return dict(answer.json)  # type: ignore[arg-type]


def test_kept_shown_listed_forgotten(keeping: FlaskClient) -> None:
    first, second = corrected(keeping), corrected(keeping, "bến đò", "tags")
    assert first["changes"][0]["text"].startswith("Sau bốn mươi năm")
    assert first["created"].endswith("+00:00")
    listed = keeping.get("/v1/corrections").json
    assert listed == {"corrections": [second, first], "next": None}
    assert keeping.get(f"/v1/corrections?before={second['id']}").json["corrections"] == [first]  # type: ignore[index]
    whole = keeping.get(f"/v1/corrections/{first['id']}").json
    assert whole["page"] == {**page(), "kind": None}  # type: ignore[index]
    assert keeping.delete(f"/v1/corrections/{first['id']}").status_code == 204
    assert keeping.get(f"/v1/corrections/{first['id']}").status_code == 404
    assert keeping.delete(f"/v1/corrections/{first['id']}").status_code == 404


def test_the_list_goes_on_where_it_ended(keeping: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.web.resources.corrections._ON_A_PAGE", 2)
    ids = [corrected(keeping)["id"] for _ in range(5)][::-1]
    seen: list[int] = []
    at = "/v1/corrections"
    while True:
        answer: Any = keeping.get(at).json
        seen += [one["id"] for one in answer["corrections"]]
        if answer["next"] is None:
            break
        at = f"/v1/corrections?before={answer['next']}"
    assert seen == ids


def test_the_draft_of_a_correction_is_a_patch_that_does_what_was_asked(keeping: FlaskClient) -> None:
    draft: Any = keeping.post(f"/v1/corrections/{corrected(keeping)['id']}/draft").json
    assert draft["check"] == {"ok": True, "problems": []}
    assert draft["pack"] == "sites/tin.mau.vn"
    (rule,) = tomllib.loads(draft["toml"])["rule"]
    assert (rule["hits"][0], rule["misses"][0]) == (draft["hit"], draft["miss"])
    (changed,) = draft["changed"]
    assert (changed["before"]["role"], changed["after"]["role"]) == ("body", "summary")
    assert changed["page"] == "correction 1"
    assert draft["tried"] == 1 + len([path for path in (ROOT / "seeds").iterdir() if path.suffix in (".html", ".txt")])
    shipped = default_rulebook()
    two = RawPage(page("two")["content"], URL)
    after = compare("two", two, shipped, extend(shipped, draft["toml"], draft["pack"]), Limits())
    assert [one.after.role for one in after] == ["summary"]


def test_nothing_learns_by_itself(keeping: FlaskClient) -> None:
    before = keeping.post("/v1/clean", json=page()).json
    keeping.post(f"/v1/corrections/{corrected(keeping)['id']}/draft")
    assert keeping.post("/v1/clean", json=page()).json == before


def test_a_draft_shows_what_it_does_to_the_pages_of_others_and_whom_it_contradicts(keeping: FlaskClient) -> None:
    """Somebody else said of the same box, on another page, that it is what it was judged."""
    kept = corrected(keeping, "Mười hai người trẻ", "body", name="two")
    draft: Any = keeping.post(f"/v1/corrections/{corrected(keeping)['id']}/draft").json
    assert {one["page"] for one in draft["changed"]} == {"correction 1", "correction 2"}
    assert not draft["check"]["ok"]
    (problem,) = draft["check"]["problems"]
    assert problem.startswith(f"correction {kept['id']}: block ")
    assert "shall be body and would be summary" in problem


def test_what_no_rule_can_tell_gives_no_rule(keeping: FlaskClient) -> None:
    one = corrected(keeping, "Ủy ban xã", "promo")
    draft: Any = keeping.post(f"/v1/corrections/{one['id']}/draft").json
    assert (draft["toml"], draft["changed"], draft["tried"], draft["check"]["ok"]) == ("", [], 0, False)
    assert "nothing tells" in draft["check"]["problems"][0]


@pytest.mark.parametrize(
    ("damage", "pointer"),
    [
        ({"changes": []}, "#/changes"),
        ({"note": "x" * 2001}, "#/note"),
        ({"changes": [{"block": 999}]}, "#/changes/0/block"),
        ({"changes": [{"role": "nonsense"}]}, "#/changes/0/role"),
        ({"changes": [{"block": "1"}]}, "#/changes/0/block"),
        ({"page": {}}, "#/page/content"),
    ],
)
def test_what_is_wrong_is_pointed_at(keeping: FlaskClient, damage: dict[str, Any], pointer: str) -> None:
    good = change(keeping, "Sau bốn", "summary", page())
    body: dict[str, Any] = {"page": page(), "changes": [good], **damage}
    if damage.get("changes"):
        body["changes"] = [{**good, **damage["changes"][0]}]
    answer = keeping.post("/v1/corrections", json=body)
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json["errors"]] == [pointer]  # type: ignore[index]
    assert keeping.get("/v1/corrections").json["corrections"] == []  # type: ignore[index]


@pytest.mark.parametrize("name", ["x", "0", "-1", "1.0", "9" * 40, "%00", "١"])
def test_ids_that_are_none(keeping: FlaskClient, name: str) -> None:
    for answer in (keeping.get(f"/v1/corrections/{name}"), keeping.delete(f"/v1/corrections/{name}")):
        assert answer.status_code == 404
        assert answer.json["type"] == "urn:cleaner:problem:unknown-correction"  # type: ignore[index]


def test_without_a_store_nothing_is_kept_and_it_says_so(client: FlaskClient) -> None:
    body = {"page": page(), "changes": [change(client, "Sau bốn", "summary", page())]}
    answers = [
        client.post("/v1/corrections", json=body),
        client.get("/v1/corrections"),
        client.get("/v1/corrections/1"),
    ]
    for answer in (*answers, client.post("/v1/corrections/1/draft"), client.delete("/v1/corrections/1")):
        assert answer.status_code == 404
        assert answer.json["type"] == "urn:cleaner:problem:nothing-kept"  # type: ignore[index]


def test_answers_are_as_described(keeping: FlaskClient) -> None:
    document: Any = keeping.get("/openapi.json").json
    components = {"components": document["components"]}
    one = corrected(keeping)["id"]
    for path, method, template, status in (
        ("/v1/corrections", "get", "/v1/corrections", "200"),
        (f"/v1/corrections/{one}", "get", "/v1/corrections/{correction_id}", "200"),
        (f"/v1/corrections/{one}/draft", "post", "/v1/corrections/{correction_id}/draft", "200"),
    ):
        answer = keeping.open(path, method=method.upper())
        schema = document["paths"][template][method]["responses"][status]["content"]["application/json"]["schema"]
        validator = jsonschema_rs.validator_for({**schema, **components}, validate_formats=True)
        validator.validate(answer.json)


def test_drafts_come_from_page_processes_too(tmp_path: Path) -> None:
    app = small_app(data=tmp_path, page_workers=1)
    try:
        client = app.test_client()
        draft: Any = client.post(f"/v1/corrections/{corrected(client)['id']}/draft").json
        assert draft["check"]["ok"]
        refused = client.post("/v1/rules/try", json={"toml": "[[rule]]\nid = 3\n", "page": page()})
        assert refused.status_code == 422
        assert "id" in refused.json["detail"]  # type: ignore[index]
    finally:
        app.extensions["cleaner"].guard.close()
