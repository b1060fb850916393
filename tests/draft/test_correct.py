"""Rules drafted from what a person changed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaner.draft import Change, Draft, Was, compare, draft_rules
from cleaner.limits import Limits
from cleaner.model import RawPage, Role
from cleaner.pipeline import clean_page
from cleaner.rulebook import extend
from tests.draft.books import SHIPPED

EXAMPLE = Path(__file__).parents[2] / "rules" / "example"
ONE = RawPage((EXAMPLE / "one.html").read_bytes(), "https://tin.mau.vn/a.html")
TWO = RawPage((EXAMPLE / "two.html").read_bytes(), "https://tin.mau.vn/b.html")
WAS = Was(Role.BODY, "judge.story", True)
TEXT = """Cầu mới qua sông

Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông, sau ba năm thi công liên tục của hàng nghìn người thợ.

Góp ý cho tòa soạn: 0900 000 000

Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và hai lối đi bộ, nối hai quận lâu nay chỉ qua lại được bằng phà.

Mời bạn tới quầy báo tháng này

Theo ban quản lý, mỗi ngày sẽ có khoảng hai mươi nghìn lượt xe đi qua, giảm hẳn cảnh ùn tắc ở hai cây cầu cũ.
"""


def change(page: RawPage, words: str, role: Role) -> Change:
    entry = next(e for e in clean_page(page, SHIPPED, Limits()).ledger if e.text.startswith(words))
    return Change(entry.id, role, False, Was(entry.role, entry.rule, entry.kept), entry.text)


def drafted(page: RawPage, *changes: Change, note: str = "") -> Draft:
    return draft_rules(page, changes, note, SHIPPED, Limits())


def rules(draft: Draft) -> list[dict[str, Any]]:
    return tomllib.loads(draft.toml).get("rule", [])


def test_by_the_markup_and_it_holds_on_a_page_never_seen() -> None:
    draft = drafted(ONE, change(ONE, "Sau bốn mươi năm", Role.SUMMARY), note="The lead under the headline")
    assert draft.problems == ()
    assert draft.pack == "sites/tin.mau.vn"
    (rule,) = rules(draft)
    assert rule["where"] == {"selector": ".te-tin-dan"}
    assert rule["why"] == "The lead under the headline."
    assert draft.hit == rule["hits"][0]
    assert draft.miss == rule["misses"][0]
    (changed,) = compare("two", TWO, SHIPPED, extend(SHIPPED, draft.toml, draft.pack), Limits())
    assert (changed.before.role, changed.after.role, changed.after.rule) == ("body", "summary", rule["id"])
    assert changed.text.startswith("Mười hai người trẻ")


def test_by_the_words_of_a_label() -> None:
    (rule,) = rules(drafted(ONE, change(ONE, "Đọc báo in", Role.AD)))
    assert rule["where"] == {"line": "Đọc báo in"}


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Góp ý", {"max_chars": 70, "starts": "góp ý cho tòa soạn:"}),
        ("Mời bạn", {"line": "Mời bạn tới quầy báo tháng này"}),
    ],
)
def test_text_pages_by_words(words: str, where: dict[str, object]) -> None:
    page = RawPage(TEXT)
    draft = drafted(page, change(page, words, Role.COMMENT))
    assert draft.problems == ()
    assert rules(draft)[0]["where"] == where
    assert draft.pack == "lang/vi/corrections"
    assert tomllib.loads(draft.toml)["pack"] == {"languages": ["vi"]}


def test_a_paragraph_of_a_text_page_is_no_kind_of_line() -> None:
    page = RawPage(TEXT)
    draft = drafted(page, change(page, "Theo ban quản lý", Role.PROMO))
    assert draft.toml == ""
    assert "nothing tells" in draft.problems[0]


def test_what_covers_other_blocks_is_not_taken() -> None:
    """Only one of the story's paragraphs is to go: no name tells it, so no rule may take its neighbours along."""
    draft = drafted(ONE, change(ONE, "Ủy ban xã cho biết", Role.PROMO))
    assert draft.toml == ""


def test_several_roles_give_several_rules() -> None:
    draft = drafted(ONE, change(ONE, "Sau bốn", Role.SUMMARY), change(ONE, "bến đò", Role.TAGS))
    assert [rule["role"] for rule in rules(draft)] == ["summary", "tags"]
    assert draft.problems == ()


def test_a_rule_of_the_same_rank_is_overruled_by_a_little_more_confidence() -> None:
    toml = """[pack]
hosts = ["tin.mau.vn"]
seen = "2026-07"
[[rule]]
id = "tinmau.promo"
role = "promo"
why = "For a test."
confidence = 0.95
where = { selector = ".te-tin-dan" }
hits = ["<p class='te-tin-dan'>x</p>"]
misses = ["<p>x</p>"]
"""
    book = extend(SHIPPED, toml, "sites/tin.mau.vn")
    entry = next(e for e in clean_page(ONE, book, Limits()).ledger if e.rule == "tinmau.promo")
    wish = Change(entry.id, Role.SUMMARY, True, Was(entry.role, entry.rule, entry.kept), entry.text)
    draft = draft_rules(ONE, [wish], "", book, Limits())
    assert draft.problems == ()
    assert "[pack]" not in draft.toml  # the pack is there: the rule joins it
    assert rules(draft)[0]["confidence"] == 0.96


def test_changes_that_change_nothing_are_named() -> None:
    title = change(ONE, "Bến đò cuối cùng", Role.TITLE)
    gone = Change(400, Role.PROMO, False, WAS, "Không có trên trang.")
    draft = drafted(ONE, title, gone)
    assert draft.toml == ""
    assert draft.problems == (f"block {title.block} is title already", "block 400 is not on the page any more")


def test_a_block_is_found_by_its_words_when_its_number_moved() -> None:
    lead = change(ONE, "Sau bốn mươi năm", Role.SUMMARY)
    assert drafted(ONE, lead._replace(block=lead.block + 3)).toml == drafted(ONE, lead).toml
