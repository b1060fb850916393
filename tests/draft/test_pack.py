"""A pack drafted from stored pages: sound as written, and never a guess."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cleaner.draft import draft_pack
from cleaner.errors import OptionError
from cleaner.limits import Limits
from cleaner.model import RawPage, Role
from cleaner.pipeline import clean_page
from cleaner.rulebook import extend
from cleaner.rulebook.check import check_rulebook
from tests.draft.books import SHIPPED, STRANGER, with_packs

HOST, TODAY = "tin.mau.vn", date(2026, 11, 22)
PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*/page.html"))
OUTLETS = [
    page for page in PAGES if page.parent.name in ("vnexpress", "family-a", "family-b", "znews", "vov", "dantri")
]
EXAMPLE = [Path(__file__).parents[2] / "rules" / "example" / f"{name}.html" for name in ("one", "two")]


def drafted(*pages: Path | str, book=STRANGER) -> str:  # type: ignore[no-untyped-def]
    stored = [RawPage(page if isinstance(page, str) else page.read_bytes()) for page in pages]
    return draft_pack(HOST, stored, book, Limits(), TODAY)


@cache
def draft_of(page: Path) -> str:
    """The draft of a page as its outlet's only one."""
    return draft_pack(host_of(page), [RawPage(page.read_bytes())], STRANGER, Limits(), TODAY)


def host_of(page: Path) -> str:
    return f"{page.parent.name}.mau.vn"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_draft_has_examples_of_both_kinds(page: Path) -> None:
    toml = tomllib.loads(draft_of(page))
    for owner in (*toml.get("rule", ()), *toml.get("field", ())):
        assert len(owner["misses"]) >= len(owner["hits"]) >= 1


def test_drafts_pass_the_check_as_written() -> None:
    """All at once: packs of different hosts never count on one page, so none can contradict another."""
    drafts = {f"sites/{host_of(page)}": draft_of(page) for page in PAGES}
    report = check_rulebook(with_packs(STRANGER, drafts))
    assert report.rules > len(STRANGER.rules) + len(PAGES)
    assert report.problems == ()


@pytest.mark.parametrize("page", OUTLETS, ids=lambda page: page.parent.name)
def test_with_its_draft_a_page_is_judged_as_before(page: Path) -> None:
    """A draft says in rules what was known; it must not move a block that it was drafted from."""
    pack = f"sites/{host_of(page)}"
    book = extend(STRANGER, draft_of(page), pack)
    raw = RawPage(page.read_bytes(), f"https://{host_of(page)}/a.html")
    before = clean_page(raw, STRANGER, Limits()).ledger
    after = clean_page(raw, book, Limits()).ledger
    firm = {rule.id: rule.role for rule in book.rules if rule.pack == pack and not rule.weak}
    decided = [(old, new) for old, new in zip(before, after, strict=True) if new.rule in firm]
    assert decided
    kept = {Role.TITLE, Role.SUMMARY, Role.BODY, Role.BYLINE, Role.DATE, Role.CAPTION}
    assert [(old.role, new.role, new.text) for old, new in decided if old.role in kept and old.role != new.role] == []


def test_evidence_and_what_is_not_told_stand_in_comments() -> None:
    toml = drafted(*EXAMPLE)
    assert "# summary: none on these pages." in toml
    assert "# related: tells 4 of 4 blocks on 2 of 2 pages, and no other." in toml
    assert "# .te-tin-dan (body): “Sau bốn mươi năm đưa khách, chuyến đò…”" in toml
    assert 'seen = "2026-07"' in toml  # the month that the pages say, not today's
    roles = {rule["role"] for rule in tomllib.loads(toml)["rule"]}
    assert "summary" not in roles


def test_a_name_that_also_stands_on_a_paragraph_is_never_taken() -> None:
    """One class for captions and for the first paragraph: nothing tells them apart, so nothing is drafted."""
    page = EXAMPLE[0].read_text("utf-8").replace('<figure class="te-anh">', '<figure class="te-chu">')
    page = page.replace("<p>Sáng sớm", '<p class="te-chu">Sáng sớm')
    rules = {rule["role"]: rule for rule in tomllib.loads(drafted(page))["rule"]}
    assert ".te-chu" not in str(rules.get("caption", {}).get("where", ""))


def test_what_the_family_pack_knows_is_not_drafted_again() -> None:
    toml = drafted(Path(__file__).parents[1] / "pages" / "family-b" / "page.html", book=SHIPPED)
    assert "# caption: told by epi.caption already." in toml
    assert "caption" not in {rule["role"] for rule in tomllib.loads(toml).get("rule", ())}


@pytest.mark.parametrize("host", ["nhandan.vn", "www.nhandan.vn", "no host", "x", "http://a.vn/"])
def test_a_host_with_a_pack_or_no_host_is_refused(host: str) -> None:
    with pytest.raises(OptionError):
        draft_pack(host, [RawPage(EXAMPLE[0].read_bytes())], SHIPPED, Limits(), TODAY)


@pytest.mark.parametrize("page", ["Cầu mới\n\nSáng nay khánh thành cầu.\n", "<p>Một đoạn không có tên gì.</p>"])
def test_pages_without_markup_are_refused(page: str) -> None:
    with pytest.raises(OptionError, match="markup"):
        drafted(page)


def test_words_of_the_page_cannot_break_the_file() -> None:
    page = EXAMPLE[0].read_text("utf-8").replace("Lê Minh Anh", 'Lê "Anh"\\\x7f')
    page = page.replace("Chuyến đò cuối cùng cập bến", "'''\"\"\" [[rule]] #\\u0000 &lt;b&gt; Chuyến đò")
    tomllib.loads(drafted(page))
