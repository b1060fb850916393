from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import OptionError
from cleaner.model import KEPT_ROLES, CleanResult, Image, RelatedItem, Role
from cleaner.pipeline import clean
from cleaner.render import VerdictChange, render, revise
from tests.render.samples import RESULT, entry


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
    assert changed((11, Role.CAPTION)).article.images[-1] == Image(None, "Đoạn cuối.", place=6)
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


PICTURED = "".join(
    f"<p>Đoạn {number} của câu chuyện về bến đò cuối cùng trên sông, kể lại trong một buổi.</p><img src=/{number}.jpg>"
    for number in range(4)
)


def places(result: CleanResult) -> list[tuple[str | None, int | None]]:
    return [(image.url, image.place) for image in result.article.images]


def test_pictures_keep_their_places_when_the_blocks_around_them_change() -> None:
    result = clean(f"<html><body><article>{PICTURED}<p>Hết chuyện ở bến đò này.</p></article>", kind="html")
    assert places(result) == [("/0.jpg", 1), ("/1.jpg", 2), ("/2.jpg", 3), ("/3.jpg", 4)]
    second = next(entry for entry in result.ledger if entry.text.startswith("Đoạn 1"))
    cut = revise(result, [VerdictChange(second.id, Role.CHROME, False)])
    assert places(cut) == [("/0.jpg", 1), ("/1.jpg", 1), ("/2.jpg", 2), ("/3.jpg", 3)]
    back = revise(cut, [VerdictChange(second.id, Role.BODY, True)])
    assert places(back)[2:] == [("/2.jpg", 3), ("/3.jpg", 4)]
    named = revise(result, [VerdictChange(second.id, Role.CAPTION, False)]).article
    assert (named.images[-1].caption, named.images[-1].place) == (second.text, 1)


def test_a_picture_stays_with_its_caption() -> None:
    """A paragraph that comes back above the caption comes back above the picture."""
    image = RESULT.article.images[0]._replace(place=1)
    ledger = list(RESULT.ledger)
    ledger.insert(4, entry(20, "Đọc thêm ở đây.", Role.PROMO))
    result = replace(RESULT, article=replace(RESULT.article, images=(image,)), ledger=tuple(ledger))
    back = revise(result, [VerdictChange(20, Role.BODY, True)]).article
    assert back.body[1].text == "Đọc thêm ở đây."
    assert back.images[0].place == 2
    assert revise(result, [VerdictChange(4, Role.BODY, True)]).article.images[0].place == 1


@given(st.lists(st.tuples(st.integers(0, 13), st.sampled_from(list(Role))), max_size=8), st.integers())
def test_a_place_is_one_of_the_body_whatever_is_decided(changes: list[tuple[int, Role]], place: int) -> None:
    image = RESULT.article.images[0]._replace(place=place)
    result = replace(RESULT, article=replace(RESULT.article, images=(image,)))
    decided = [VerdictChange(block, role, role in KEPT_ROLES) for block, role in changes]
    article = revise(result, decided).article
    if decided:
        assert all(image.place is not None and 0 <= image.place <= len(article.body) for image in article.images)


def test_of_a_result_of_an_older_version_no_place_is_made_up() -> None:
    assert changed((9, Role.CHROME)).article.images[0].place is None
