"""Every example of every pack: the hits are hit, the misses are missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.pipeline import default_rulebook
from cleaner.rulebook import FieldRule, Rule
from cleaner.rulebook.check import check_rulebook, failures
from cleaner.rulebook.load import RANKS
from tests.rulebook.packs import book, rule

BOOK = default_rulebook()
OWNERS: tuple[Rule | FieldRule, ...] = (*BOOK.rules, *BOOK.fields)


@pytest.mark.parametrize("owner", OWNERS, ids=[owner.id for owner in OWNERS])
def test_examples(owner: Rule | FieldRule) -> None:
    assert list(failures(BOOK, owner)) == []


def test_at_least_as_many_misses_as_hits() -> None:
    report = check_rulebook(BOOK)
    assert report.misses >= report.hits > len(BOOK.rules)


def test_no_two_rules_tie_and_disagree() -> None:
    assert check_rulebook(BOOK).conflicts == ()


def test_every_layer_has_packs() -> None:
    assert {pack.rank for pack in BOOK.packs} == set(RANKS.values())


def test_every_rule_has_one_sentence_of_why() -> None:
    assert [rule.id for rule in BOOK.rules if not (10 < len(rule.why) <= 220 and rule.why.endswith("."))] == []


def test_outlets_named_by_the_brief_have_a_pack() -> None:
    """The thirty most read Vietnamese outlets, by a pack of their own or by their family's."""
    named = (
        "nhandan.vn vov.vn vnexpress.net tuoitre.vn thanhnien.vn dantri.com.vn vietnamnet.vn laodong.vn tienphong.vn "
        "vietnamplus.vn baochinhphu.vn cafef.vn kenh14.vn soha.vn znews.vn nld.com.vn plo.vn sggp.org.vn qdnd.vn "
        "cand.com.vn hanoimoi.vn baotintuc.vn vtv.vn vtcnews.vn 24h.com.vn vneconomy.vn baodautu.vn congthuong.vn "
        "suckhoedoisong.vn bbc.com"
    ).split()
    at_home = {host for pack in BOOK.packs for host in pack.hosts}
    assert set(named) - at_home == set()


def test_markup_that_was_not_seen_says_so() -> None:
    assert [pack.name for pack in BOOK.packs if pack.conditional and not pack.seen and len(pack.why) < 40] == []


def test_a_rule_that_misses_its_hit_is_found(tmp_path: Path) -> None:
    wrong = book(tmp_path, rule('line = "something else"'))
    assert [(failure.kind, failure.example) for failure in failures(wrong, wrong.rules[0])] == [("hit", "x")]


def test_a_rule_that_hits_its_miss_is_found(tmp_path: Path) -> None:
    wrong = book(tmp_path, rule("pattern = '^[xy]$'"))
    assert [(failure.kind, failure.example) for failure in failures(wrong, wrong.rules[0])] == [("miss", "y")]
