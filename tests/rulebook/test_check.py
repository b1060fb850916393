from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from cleaner.pipeline import default_rulebook
from cleaner.rulebook.baits import BAITS
from cleaner.rulebook.check import check_rulebook
from tests.rulebook.packs import book, books, rule

EXAMPLE = 'hits = ["x"]\nmisses = ["y"]'


def clock(step: float) -> Callable[[], float]:
    """A clock that goes on by one step whenever it is read."""
    now = 0.0

    def read() -> float:
        nonlocal now
        now += step
        return now

    return read


def test_the_engines_own_packs_are_sound() -> None:
    report = check_rulebook(default_rulebook(), clock=clock(0.0))
    assert report.problems == ()
    assert report.ok


def test_slow_patterns_are_named(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule("pattern = '^x'", "slow"), rule('line = "x"', "quick"))
    report = check_rulebook(loaded, clock=clock(1.0))
    assert [(slow.rule, len(slow.bait)) for slow in report.slow] == [("slow", min(BAITS))]
    assert "slow: 1000 ms" in report.problems[0]
    assert not report.ok


def test_baits_reach_a_pattern_that_backtracks(tmp_path: Path) -> None:
    """Bounded repeats pass the loader; their cost shows in the work, which a counting clock stands for."""
    text = rule("pattern = '^(?:a{0,9}a{0,9}){0,12}b$', max_chars = 40", "costly")
    report = check_rulebook(book(tmp_path, text), clock=time.process_time)
    assert {slow.rule for slow in report.slow} == {"costly"}


def test_no_clock_no_timing(tmp_path: Path) -> None:
    assert check_rulebook(book(tmp_path, rule("pattern = '^x'"))).slow == ()


def test_a_bait_is_no_longer_than_the_rule_allows(tmp_path: Path) -> None:
    """A quadratic pattern is quick on the few letters that it is ever tried on."""
    quadratic = "pattern = 'a*b$'"
    assert not check_rulebook(book(tmp_path / "1", rule(quadratic)), clock=time.process_time).ok
    assert not check_rulebook(book(tmp_path / "2", rule(f"{quadratic}, max_chars = 60")), clock=time.process_time).slow


def test_rules_that_tie_and_disagree(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule('line = "x"', "a", role="promo"), rule('line = "x"', "b", role="ad"))
    report = check_rulebook(loaded)
    assert [(conflict.first, conflict.second) for conflict in report.conflicts] == [("a", "b")]
    assert report.problems == ("a and b both claim: x",)


def test_no_tie_by_confidence_rank_weakness_or_role(tmp_path: Path) -> None:
    same = rule('line = "x"', "a", role="promo")
    for number, other in enumerate(
        [
            rule('line = "x"', "b", role="ad", more="confidence = 0.5"),
            rule('line = "x"', "b", role="ad", more="weak = true"),
            rule('line = "x"', "b", role="promo"),
        ]
    ):
        assert check_rulebook(book(tmp_path / str(number), same, other)).ok
    ranks = {
        "generic/a.toml": f"[pack]\n{same}",
        "lang/vi/b.toml": f"[pack]\n{rule('''line = 'x' ''', 'b', role='ad')}",
    }
    assert check_rulebook(books(tmp_path / "ranks", ranks)).ok


def test_packs_that_never_meet_do_not_conflict(tmp_path: Path) -> None:
    def files(kind: str, one: str, two: str) -> dict[str, str]:
        return {
            f"{kind}/a.toml": f"[pack]\nseen = '2026'\n{one}\n{rule('''line = 'x' ''', 'a', role='promo')}",
            f"{kind}/b.toml": f"[pack]\nseen = '2026'\n{two}\n{rule('''line = 'x' ''', 'b', role='ad')}",
        }

    assert check_rulebook(books(tmp_path / "1", files("sites", "hosts = ['a.vn']", "hosts = ['b.vn']"))).ok
    assert not check_rulebook(books(tmp_path / "2", files("lang", "languages = ['vi']", "languages = ['fr']"))).ok
    assert not check_rulebook(books(tmp_path / "3", files("sites", "hosts = ['a.vn']", "hosts = ['a.vn']"))).ok


def test_dead_rules_are_listed_when_usage_is_known(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule('line = "x"', "used"), rule('line = ["x", "z"]', "unused"))
    assert check_rulebook(loaded).dead == ()
    report = check_rulebook(loaded, usage={"used": 3, "unused": 0})
    assert report.dead == ("unused",)
    assert report.ok


def test_counts(tmp_path: Path) -> None:
    field = '[[field]]\nid = "t"\nfield = "author"\nselector = "b"\nhits = ["<b>x</b>"]\nmisses = ["<i>x</i>", "y"]\n'
    report = check_rulebook(book(tmp_path, rule('line = "x"'), field))
    assert (report.packs, report.rules, report.fields, report.hits, report.misses) == (1, 1, 1, 2, 3)


def test_html_examples(tmp_path: Path) -> None:
    html = rule("selector = '.box', max_chars = 5").replace('hits = ["x"]', 'hits = ["<p class=box>tin</p>"]')
    assert check_rulebook(book(tmp_path / "1", html)).ok
    long = html.replace("tin", "một tin dài")
    assert [failure.kind for failure in check_rulebook(book(tmp_path / "2", long)).failures] == ["hit"]
