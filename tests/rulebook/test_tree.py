from __future__ import annotations

import re

import pytest

from cleaner.rulebook.regex import checked_pattern, expand
from cleaner.rulebook.tree import CASES, parsed


def test_a_class_of_capitals_holds_the_letters_that_it_stands_for() -> None:
    written = expand(r"[\p{Lu}'-]{2}", {})
    assert CASES["Lu"] in written
    ((name, (low, high, ((inner, members),))),) = parsed(written).tree
    assert (name, low, high, inner) == ("MAX_REPEAT", 2, 2, "IN")
    letters = {chr(value) for kind, value in members if kind == "LITERAL"}
    assert {"Ấ", "'", "-"} <= letters
    assert ("RANGE", (ord("A"), ord("Z"))) in members
    assert re.fullmatch(written, "Ấ'")


@pytest.mark.parametrize("source", [r"\p{Lu}x", r"[a-\p{Lu}]", r"(?:x|\p{Ll}+)"])
def test_a_category_outside_of_brackets_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="not a regular expression"):
        checked_pattern(expand(source, {}))


@pytest.mark.parametrize(
    ("source", "least"), [("abc", 3), ("a?b", 1), ("a*", 0), (r"[\p{Lu}]", 1), (r"^(?=abc)[\p{Ll}]{2,}", 2)]
)
def test_the_least_width(source: str, least: int) -> None:
    assert parsed(expand(source, {})).least == least
