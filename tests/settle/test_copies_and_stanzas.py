"""What a page adds to the story by machine, for print or from elsewhere, and what only looks like a signature."""

from __future__ import annotations

import pytest

from cleaner import CleanResult, clean
from cleaner.model import Role

STORY = "".join(
    f"<p>Sáng mùng {name}, đò ngang chở hơn sáu chục chuyến, khách phần đông là học trò và bà con đi chợ.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")
)


def result(body: str, above: str = "") -> CleanResult:
    page = f"<html lang=vi><body><h1>Bến đò mùa nước</h1>{above}<div class=noi-dung>{STORY}{body}</div></body></html>"
    return clean(page, url="https://baobenmau.vn/ben-do-1.html")


def roles(body: str, above: str = "") -> dict[str, Role]:
    return {entry.text: entry.role for entry in result(body, above).ledger}


CLOSING = ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Lê Minh Trí")


def test_who_signs_a_document_that_is_quoted_in_full() -> None:
    found = roles("".join(f"<p style='text-align:right'><b>{line}</b></p>" for line in CLOSING))
    assert {found[line] for line in CLOSING} <= {Role.BODY, Role.HEADING}


def test_a_name_without_an_office_over_it_signs_the_story() -> None:
    assert roles(f"<p style='text-align:right'><b>{CLOSING[-1]}</b></p>")[CLOSING[-1]] is Role.BYLINE


VERSES = "<p>Sông chảy<br>qua ngõ nhà em<br>mang theo tiếng gọi đò</p>"


def test_the_titles_of_poems_sign_nothing() -> None:
    found = roles(f"<p><b>BẾN CŨ</b></p>{VERSES}<p align=right><b>LÊ THẢO NGUYÊN</b></p>")
    assert found["BẾN CŨ"] is Role.HEADING
    assert found["LÊ THẢO NGUYÊN"] is Role.BYLINE


def test_names_behind_the_last_verse_sign() -> None:
    assert roles(f"{VERSES}<p><b>THẢO NGUYÊN</b></p>")["THẢO NGUYÊN"] is Role.BYLINE


PRINTED = "In lúc 09:12 ngày 23/11/2026"


def test_what_a_hidden_copy_adds() -> None:
    copy = f"<div class=ban-in style='display:none'>{STORY}<p>{PRINTED}</p></div>"
    assert not [entry for entry in result(copy).ledger if entry.kept and entry.text == PRINTED]


def test_a_visible_line_beside_a_hidden_copy_stays() -> None:
    line = "Đò chuyến cuối rời bến lúc sáu giờ chiều."
    assert roles(f"<p>{line}</p><div style='display:none'>{STORY}</div>")[line] is Role.BODY


SUMMED = ("Mỗi sáng bến chở hơn sáu chục chuyến đò.", "Khách phần đông là học trò.")


@pytest.mark.parametrize("label", ["Tóm tắt nội dung", "Tóm tắt bởi AI"])
def test_what_a_machine_sums_up(label: str) -> None:
    found = roles("", f"<div class=hop><p>{label}</p><p>{SUMMED[0]}</p><p>{SUMMED[1]}</p></div>")
    assert {found[text] for text in SUMMED} == {Role.PROMO}


def test_a_heading_of_the_same_words_is_no_box() -> None:
    found = roles(f"<h3>Tóm tắt nội dung</h3><p>{SUMMED[0]}</p><p>{SUMMED[1]}</p>")
    assert {found[text] for text in SUMMED} == {Role.BODY}


SOURCE = "Nguồn: Ana Ruiz, “The Quiet Ferries”, Harbour Review, 28/10/2026"
BIO = "Ana Ruiz là nghiên cứu viên tại Viện Bến Cảng và là tác giả của hai cuốn sách về những con đò."


def test_the_source_of_a_translation_and_who_wrote_it() -> None:
    found = result(f"<p><em>{BIO}</em></p>", f"<p>{SOURCE}</p><p>Biên dịch: Lê Hà | Hiệu đính: Vũ Minh</p>")
    assert [author.name for author in found.article.authors] == ["Ana Ruiz"]
    assert "Ana Ruiz" not in found.article.text
    assert "Vũ Minh" not in found.article.text


def test_somebody_else_at_the_end_is_story() -> None:
    end = BIO.replace("Ana Ruiz", "Minh Tâm")
    assert end in result(f"<p>{end}</p>", f"<p>{SOURCE}</p>").article.text
