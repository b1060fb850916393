from __future__ import annotations

from flask.testing import FlaskClient

from cleaner.plain import plain
from tests.render.samples import LEDGER, RESULT


def sent(*ids: int) -> dict[str, object]:
    return {"article": plain(RESULT.article), "ledger": plain(RESULT.ledger), "ids": list(ids)}


def test_a_block_comes_back(client: FlaskClient) -> None:
    answer = client.post("/v1/restore", json=sent(13)).json
    assert answer["article"]["body"][-1] == {"type": "paragraph", "text": "Một bài khác", "html": "Một bài khác"}  # type: ignore[index]
    assert answer["ledger"][13]["rule"] == "editor.restore"  # type: ignore[index]
    assert answer["article"]["published"] == "2024-03-05T09:30:00+07:00"  # type: ignore[index]


def test_what_clean_answered_can_be_sent_as_it_is(client: FlaskClient) -> None:
    result = client.post("/v1/clean", json={"content": "Một dòng tin ngắn ở đây."}).json
    answer = client.post("/v1/restore", json={**result, "ids": []})  # type: ignore[dict-item]
    assert answer.status_code == 200
    assert answer.json == {"article": result["article"], "ledger": result["ledger"]}  # type: ignore[index]


def test_what_restore_answered_can_be_restored_again(client: FlaskClient) -> None:
    first = client.post("/v1/restore", json=sent(13)).json
    second = client.post("/v1/restore", json={**first, "ids": [0]}).json  # type: ignore[dict-item]
    assert [block["text"] for block in second["article"]["body"]][:1] == [LEDGER[0].text]  # type: ignore[index]


def test_an_article_stored_before_a_field_was_added_can_be_restored(client: FlaskClient) -> None:
    stored = plain(RESULT.article)
    del stored["robots"], stored["images"][0]["place"]
    answer = client.post("/v1/restore", json={**sent(13), "article": stored})
    assert (answer.status_code, answer.get_json()["article"]["robots"]) == (200, [])
    assert answer.get_json()["article"]["images"][0]["place"] is None


def test_a_wrong_shape_is_422(client: FlaskClient) -> None:
    wrong = sent(1)
    wrong["ledger"][0]["role"] = "headline"  # type: ignore[index]
    answer = client.post("/v1/restore", json=wrong)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "#/ledger/0/role"  # type: ignore[index]
