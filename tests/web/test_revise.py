from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from cleaner.model import Role
from cleaner.pipeline import clean
from cleaner.render import FORMATS, VerdictChange, render, revise
from tests.web.conftest import PAGE

CHANGES = [{"block": 0, "role": "body", "kept": True}]


def sent(client: FlaskClient, changes: list[dict[str, object]] = CHANGES) -> dict[str, object]:
    return {**client.post("/v1/clean", json={"content": PAGE}).json, "changes": changes}  # type: ignore[dict-item]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_carries_the_changes(client: FlaskClient, name: str) -> None:
    answer = client.post(f"/v1/revise?format={name}", json=sent(client))
    assert answer.data == render(revise(clean(PAGE), [VerdictChange(0, Role.BODY, True)]), name)
    assert answer.mimetype == FORMATS[name].media_type


def test_without_changes_it_is_what_clean_answers(client: FlaskClient) -> None:
    assert (
        client.post("/v1/revise", json=sent(client, [])).data == client.post("/v1/clean", json={"content": PAGE}).data
    )


def test_a_wrong_shape_is_422(client: FlaskClient) -> None:
    answer = client.post("/v1/revise", json=sent(client, [{"block": 0, "role": "headline", "kept": True}]))
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "#/changes/0/role"  # type: ignore[index]
