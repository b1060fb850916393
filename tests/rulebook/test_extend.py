from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.errors import RuleSyntaxError
from cleaner.rulebook import Rulebook, extend
from tests.rulebook.packs import books, rule

HOME = "[pack]\nhosts = ['a.vn']\nseen = '2026-07'\n"


@pytest.fixture
def loaded(tmp_path: Path) -> Rulebook:
    return books(
        tmp_path,
        {
            "sites/a.vn.toml": HOME + rule('line = "one"', id="a.one"),
            "generic/g.toml": rule('line = "g"', id="g.g"),
        },
    )


def test_rules_alone_join_the_pack(loaded: Rulebook) -> None:
    more = extend(loaded, rule('line = "two"', id="a.two"), "sites/a.vn")
    assert [one.id for one in more.rules] == ["g.g", "a.one", "a.two"]
    assert more.by_id["a.two"].rank == 3
    assert [claim.rule.id for claim in more.match("two", 0.0, more.select("www.a.vn"))] == ["a.two"]
    assert more.match("two", 0.0, more.select("b.vn")) == ()


def test_a_whole_file_takes_the_place_of_the_pack(loaded: Rulebook) -> None:
    more = extend(loaded, HOME + rule('line = "two"', id="a.one"), "sites/a.vn")
    assert [one.id for one in more.rules] == ["g.g", "a.one"]
    assert more.match("one", 0.0, more.select("a.vn")) == ()


def test_a_new_pack(loaded: Rulebook) -> None:
    more = extend(loaded, "[pack]\nhosts = ['b.vn']\nseen = '2026-07'\n" + rule('line = "b"', id="b.b"), "sites/b.vn")
    assert more.select("b.vn") == {"sites/b.vn", "generic/g"}
    assert len(more.version) == len(loaded.version)
    assert more.version != loaded.version


def test_the_rulebook_itself_is_not_changed(loaded: Rulebook) -> None:
    before = loaded.rules
    extend(loaded, rule('line = "two"', id="a.two"), "sites/a.vn")
    assert loaded.rules is before


@pytest.mark.parametrize(
    ("toml", "name"),
    [
        ("[[rule]", "sites/a.vn"),
        (rule('line = "x"', id="a.one"), "sites/a.vn"),
        (rule('line = "x"', id="g.g"), "sites/b.vn"),
        (rule('selector = "p["', id="a.new"), "sites/a.vn"),
        (rule('line = "x"', id="a.new"), "elsewhere/a"),
        ("rule = 3", "sites/a.vn"),
        ("a = " + "[" * 3000, "sites/a.vn"),
    ],
)
def test_what_the_loader_refuses_is_refused(loaded: Rulebook, toml: str, name: str) -> None:
    with pytest.raises(RuleSyntaxError):
        extend(loaded, toml, name)
