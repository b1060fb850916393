"""The rules that are code are all described, and nothing is described that is not there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from cleaner import clean
from cleaner.fallback import _STAGES
from cleaner.model import BODY_ROLES, Role
from cleaner.pipeline import default_rulebook
from cleaner.rulebook.engine import ENGINE_RULES
from cleaner.settle.leftovers import _NAMED
from cleaner.settle.lines.cards import Part
from tests.pages.expected import FOLDER

CLEANER = FOLDER.parents[1] / "cleaner"
SOURCES = [
    *(path for name in ("settle", "assemble", "render") for path in sorted((CLEANER / name).rglob("*.py"))),
    CLEANER / "fallback.py",
]
ID = re.compile(r"[a-z]+(\.[a-z][a-z-]*[a-z])+")
METAS = {"dc.title", "sailthru.author"}  # names of meta elements
#: Ids that the code puts together.
MADE = {
    *(f"fallback.{stage}" for stage, _ in _STAGES),
    *(f"hint.{name}" for name, _ in _NAMED),
    *(f"repeat.{role}" for role in (Role.CAPTION, Role.BODY)),
    *(f"shape.related-{part}" for part in get_args(Part)),
    *(f"lead.{reason}" for reason in ("retold", "wording", "apart", "repeated", "terse", "headline", "placed")),
    "hint.section",
}
PAGES = sorted([*FOLDER.glob("*/page.html"), *FOLDER.parents[1].glob("seeds/0*_*.txt")])


def written() -> set[str]:
    """Ids that stand in the code as they are."""
    trees = (ast.parse(path.read_text("utf-8")) for path in SOURCES)
    texts = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and ID.fullmatch(text)} - METAS


def test_all_are_described_and_no_others() -> None:
    assert set(ENGINE_RULES) == written() | MADE


def test_each_gives_a_role() -> None:
    roles = {role.value for role in Role}
    assert {rule.id for rule in ENGINE_RULES.values() if not set(rule.decides.split(", ")) <= roles} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.parent.name)
def test_the_ledger_names_no_other_rule_and_the_role_is_as_described(page: Path) -> None:
    book = default_rulebook()
    packed = {rule.id for rule in book.rules}
    for entry in clean(page.read_bytes(), rulebook=book).ledger:
        if entry.rule not in packed:
            gives = ENGINE_RULES[entry.rule].decides.split(", ")
            assert entry.role.value in gives or ("body" in gives and entry.role in BODY_ROLES), entry.rule
