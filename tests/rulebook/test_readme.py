"""The examples of rules/README.md are packs that load and pass."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from cleaner.model import Block, Role
from cleaner.rulebook import Where
from cleaner.rulebook.check import check_rulebook
from cleaner.rulebook.rule import FIELDS
from tests.rulebook.packs import books

README = (Path(__file__).parents[2] / "rules" / "README.md").read_text("utf-8")
FENCES = re.findall(r"^( *)```toml\n(.*?)^ *```$", README, re.MULTILINE | re.DOTALL)
PACKS = [textwrap.dedent(text) for _, text in FENCES]
BY_HAND = next(text for text in PACKS if "hosts = " in text)


@pytest.mark.parametrize("text", PACKS)
def test_example_loads_and_passes(tmp_path: Path, text: str) -> None:
    report = check_rulebook(books(tmp_path, {"sites/tin.example.vn.toml": text}))
    assert report.problems == ()
    assert report.rules >= 1
    assert report.misses >= report.hits


def test_the_walk_through_does_what_it_says(tmp_path: Path) -> None:
    loaded = books(tmp_path, {"sites/tin.example.vn.toml": BY_HAND})
    active = loaded.select("www.tin.example.vn")
    box = loaded.claims(Block(0, "Một bài khác", covers=("tinexample.related",)), active)
    assert [claim.rule.role for claim in box] == [Role.RELATED]
    assert [claim.rule.role for claim in loaded.match("ĐỌC BÁO IN:", 0.0, active)] == [Role.PROMO]
    assert loaded.match("ĐỌC BÁO IN:", 0.0, loaded.select("other.vn")) == ()


def test_the_vocabulary_is_complete() -> None:
    """Every role, condition and field that the loader knows is explained."""
    explained = set(re.findall(r"`([\w~]+)`", README))
    conditions = {"selector" if name == "selectors" else name for name in Where._fields} | {"opens"}
    assert {role.value for role in Role} | conditions | set(FIELDS) <= explained
