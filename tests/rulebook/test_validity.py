"""`valid_until`: a rule of a layout that is gone does not count on the page of a later story."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from cleaner.errors import RuleSyntaxError
from cleaner.pipeline import default_rulebook
from cleaner.rulebook import Rulebook, extend
from tests.rulebook.packs import book, rule

TOML = """[pack]
hosts = ["tin.mau.vn"]
seen = "2021-06"
[[rule]]
id = "tinmau.old.promo"
role = "promo"
why = "For a test."
confidence = 0.95
valid_until = 2021-12-31
where = { selector = ".te-tin-dan" }
hits = ["<p class='te-tin-dan'>x</p>"]
misses = ["<p>x</p>"]
"""
PAGE = (Path(__file__).parents[2] / "rules" / "example" / "one.html").read_text("utf-8")
DAY = '<meta property="article:published_time" content="2026-07-14T06:30:00+07:00">'


@pytest.fixture(scope="module")
def dated() -> Rulebook:
    return extend(default_rulebook(), TOML, "sites/tin.mau.vn")


@pytest.mark.parametrize(
    ("head", "path", "counts"),
    [
        (DAY, "/a.html", False),
        (DAY.replace("2026-07-14", "2021-12-31"), "/a.html", True),
        (DAY.replace("2026-07-14", "2022-01-01"), "/a.html", False),
        ("", "/2020/03/01/a.html", True),
        ("", "/2023/03/01/a.html", False),
        ("", "/a.html", True),  # no day is known before anything is judged: the rule counts
    ],
)
def test_by_the_declared_day(dated: Rulebook, head: str, path: str, counts: bool) -> None:
    result = clean(PAGE.replace(DAY, head), f"https://tin.mau.vn{path}", rulebook=dated)
    assert ("tinmau.old.promo" in result.report.rules) is counts


def test_a_line_has_no_layout(tmp_path: Path) -> None:
    with pytest.raises(RuleSyntaxError, match="valid_until"):
        book(tmp_path, rule('line = "x"', more="valid_until = 2021-12-31"))


def test_since_is_no_part_of_the_format(tmp_path: Path) -> None:
    """Old stories are served in the new layout, so the first day of a layout says nothing of a page."""
    with pytest.raises(RuleSyntaxError, match="since"):
        book(tmp_path, rule('selector = ".x"', more="since = 2021-12-31"))
