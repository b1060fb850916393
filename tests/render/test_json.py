from __future__ import annotations

import json

from cleaner.render import ARTICLE, PROFILES, render
from cleaner.render.json import canonical
from tests.render.samples import RESULT


def test_it_is_the_results_own_dict() -> None:
    assert json.loads(render(RESULT)) == RESULT.to_dict()


def test_key_order_does_not_matter() -> None:
    assert canonical({"b": 1, "a": {"d": 2, "c": 3}}) == canonical({"a": {"c": 3, "d": 2}, "b": 1})


def test_letters_are_written_as_they_are_and_nothing_is_padded() -> None:
    content = render(RESULT, "json", ARTICLE)
    assert "Cây cầu thứ ba".encode() in content
    assert b'": ' not in content


def test_the_profile_changes_the_text_and_nothing_else() -> None:
    usual, body = json.loads(render(RESULT)), json.loads(render(RESULT, "json", PROFILES["body"]))
    assert body["article"].pop("text") != usual["article"].pop("text")
    assert body == usual
