"""What stands on the page's body: names that selectors may begin with, and fingerprints."""

from __future__ import annotations

from pathlib import Path

from cleaner import clean
from cleaner.rulebook import Rulebook
from cleaner.rulebook.check import failures
from tests.rulebook.packs import books
from tests.web.conftest import PAGE

PACK = """
[pack]
{home}
seen = "2026-07"
[[rule]]
id = "x.promo"
role = "promo"
why = "For a test."
where = {{ selector = "{selector}" }}
hits = ["{hit}"]
misses = ["<p class='promo-x'>Một câu.</p>"]
"""
HIT = "<body class='single'><p class='promo-x'>Một câu.</p></body>"
LINE = "<p class='promo-x'>Một câu mời mọc không thuộc về bài này chút nào cả.</p></article>"


def rulebook(folder: Path, home: str, selector: str) -> Rulebook:
    pack = PACK.format(home=home, selector=selector, hit=HIT)
    return books(folder, {"sites/x.vn.toml": pack, "generic/all.toml": "[pack]"})


def rule_of_the_line(book: Rulebook, body: str = "<body class=single>", url: str = "https://x.vn/a.html") -> str:
    html = PAGE.replace("<body>", body).replace("</article>", LINE)
    return next(entry.rule for entry in clean(html, url, rulebook=book).ledger if "mời mọc" in entry.text)


def test_a_selector_may_begin_with_the_body(tmp_path: Path) -> None:
    book = rulebook(tmp_path, 'hosts = ["x.vn"]', "body.single .promo-x")
    assert list(failures(book, book.rules[0])) == []
    assert rule_of_the_line(book) == "x.promo"
    assert rule_of_the_line(book, "<body class=list>") != "x.promo"


def test_a_selector_may_begin_with_the_root(tmp_path: Path) -> None:
    book = rulebook(tmp_path, 'hosts = ["x.vn"]', "html.single .promo-x")
    html = PAGE.replace("<html", "<html class=single").replace("</article>", LINE)
    assert "x.promo" in [entry.rule for entry in clean(html, "https://x.vn/a.html", rulebook=book).ledger]


def test_a_fingerprint_may_be_the_bodys(tmp_path: Path) -> None:
    book = rulebook(tmp_path, 'fingerprint = ["body.single"]', "body .promo-x")
    assert rule_of_the_line(book, url="https://y.vn/a.html") == "x.promo"
    assert rule_of_the_line(book, "<body>", "https://y.vn/a.html") != "x.promo"


def test_no_rule_speaks_for_the_whole_body_and_the_check_says_so(tmp_path: Path) -> None:
    book = rulebook(tmp_path, 'hosts = ["x.vn"]', ".single")
    assert [failure.kind for failure in failures(book, book.rules[0])] == ["hit"]
    assert rule_of_the_line(book) != "x.promo"


def test_names_of_the_body_hint_at_nothing(tmp_path: Path) -> None:
    book = rulebook(tmp_path, 'hosts = ["x.vn"]', ".nothing")
    plain, named = (clean(PAGE.replace("<body>", body), rulebook=book) for body in ("<body>", "<body class=sidebar>"))
    assert [entry.role for entry in plain.ledger] == [entry.role for entry in named.ledger]
