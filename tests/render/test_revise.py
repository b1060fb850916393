from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import OptionError
from cleaner.model import KEPT_ROLES, CleanResult, Image, RelatedItem, Role
from cleaner.pipeline import clean
from cleaner.render import VerdictChange, render, revise
from tests.render.samples import RESULT


def changed(*changes: tuple[int, Role]) -> CleanResult:
    return revise(RESULT, [VerdictChange(block, role, role in KEPT_ROLES) for block, role in changes])


def body(result: CleanResult) -> list[str]:
    return [block.text for block in result.article.body]


def test_without_changes_nothing_but_counts_is_touched() -> None:
    result = revise(RESULT, [])
    assert (result.article, result.ledger) == (RESULT.article, RESULT.ledger)
    page = clean("Cầu mới\n\nSáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông.\n")
    assert revise(page, []) == page


def test_a_block_comes_back_at_its_place() -> None:
    result = changed((4, Role.BODY))
    assert body(result)[:3] == ["Đoạn thứ nhất & <b>.", "Cầu nhìn từ trên cao.", "Những con số"]
    assert result.article.text == "\n\n".join(["Cây cầu thứ ba đã thông xe.", *body(result)])
    entry = result.ledger[4]
    assert (entry.kept, entry.rule, entry.evidence) == (True, "editor.restore", "was caption by test.rule")


def test_a_block_is_cut() -> None:
    result = changed((9, Role.CHROME))
    assert "“Rất vui”, bà Hoa nói." not in body(result)
    assert "bà Hoa" not in result.article.text
    assert result.ledger[9].rule == "editor.cut"


def test_another_type_keeps_the_markup() -> None:
    (block,) = [block for block in changed((8, Role.QUOTE)).article.body if "Rộng" in block.text]
    assert block.type == "quote"
    assert "<a href=" in block.html
    assert changed((8, Role.QUOTE)).ledger[8].rule == "editor.role"


def test_headline_and_lead_follow() -> None:
    assert changed((0, Role.TITLE)).article.title == "Trang chủ"
    assert changed((1, Role.CHROME)).article.title is None
    assert changed((3, Role.TITLE), (1, Role.CHROME)).article.title == "Đoạn thứ nhất & <b>."
    both = changed((3, Role.SUMMARY))
    assert both.article.summary == "Cây cầu thứ ba đã thông xe.\nĐoạn thứ nhất & <b>."
    assert both.article.text.startswith("Cây cầu thứ ba đã thông xe.\n\nĐoạn thứ nhất & <b>.\n\nNhững con số")
    none = changed((2, Role.PROMO))
    assert none.article.summary is None
    assert none.article.text.startswith("Đoạn thứ nhất")


def test_captions_and_related_stories_follow() -> None:
    assert changed((4, Role.AD)).article.images == (Image("https://example.vn/cau.jpg", None),)
    assert changed((11, Role.CAPTION)).article.images[-1] == Image(None, "Đoạn cuối.")
    assert changed((13, Role.PROMO)).article.related == ()
    assert changed((0, Role.RELATED)).article.related[-1] == RelatedItem("Trang chủ")


def test_the_report_counts_again() -> None:
    report = changed((9, Role.CHROME)).report
    assert report.roles["chrome"] == 2
    assert report.rules["editor.cut"] == 1
    assert report.kept_share < revise(RESULT, []).report.kept_share
    assert report.quality == RESULT.report.quality


def test_of_two_decisions_the_later_counts() -> None:
    assert changed((9, Role.CHROME), (9, Role.QUOTE)) == revise(RESULT, [])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (VerdictChange(99, Role.BODY, True), "not in the ledger: 99"),
        (VerdictChange(4, Role.CAPTION, True), "caption is not kept"),
        (VerdictChange(3, Role.BODY, False), "body is kept"),
    ],
)
def test_what_cannot_be_is_refused(change: VerdictChange, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        revise(RESULT, [change])


@given(st.lists(st.tuples(st.integers(0, 13), st.sampled_from(list(Role))), max_size=8))
def test_the_text_is_the_kept_entries_whatever_is_decided(changes: list[tuple[int, Role]]) -> None:
    result = changed(*changes)
    lead = [entry.text for entry in result.ledger if entry.role is Role.SUMMARY]
    rest = [entry.text for entry in result.ledger if entry.kept and entry.role is not Role.SUMMARY]
    assert result.article.text == "\n\n".join([*lead, *rest])
    assert render(result, "text").decode().strip() == result.article.text


def test_lines_of_code_come_back_as_lines() -> None:
    story = "<p>Đoạn văn đủ dài của câu chuyện, kể về một chương trình nhỏ và người viết ra nó.</p>"
    code = '<pre class="highlight">for x in y:\n    in(x)\n</pre>'
    page = clean(f"<html><body><article><h1>Chương trình nhỏ</h1>{story * 3}{code}{story}</article></body></html>")
    (entry,) = [entry for entry in page.ledger if "in(x)" in entry.text]
    cut = revise(page, [VerdictChange(entry.id, Role.CHROME, False)])
    back = revise(cut, [VerdictChange(entry.id, Role.BODY, True)])
    (block,) = [block for block in back.article.body if "in(x)" in block.text]
    assert block == ("preformatted", "for x in y:\n    in(x)", "for x in y:\n    in(x)")
