"""What flattened pages still hide; strict, so that an engine that learns one of them must say so here."""

from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, read

TITLE = "Ca sĩ Hoàng Yên Nhi trở lại sau ba tháng sinh con\n"
BEFORE = "Mới đây, Hoàng Yên Nhi đăng loạt ảnh chụp tại một sự kiện thời trang ở trung tâm thành phố.\n"
AFTER = "Dưới phần bình luận, nhiều đồng nghiệp như Thu Trang, Hải Đăng để lại lời khen ngợi cho nữ ca sĩ.\n"


@pytest.mark.xfail(strict=True, reason="a caption as short as a heading, without credit, that no wording gives away")
def test_short_caption_without_credit() -> None:
    caption = "Cô được khen ngày càng mặn mà"
    assert find(f"{TITLE}{BEFORE}{caption}\n{AFTER}{BEFORE.replace('Mới đây', 'Trước đó')}", caption).role == "caption"


@pytest.mark.xfail(strict=True, reason="a capital behind an acronym's capitals shows no lost break")
def test_card_glued_behind_an_acronym() -> None:
    card = "Ba nước bắt tay làm luật về AICác bộ trưởng ba nước đã ký bản ghi nhớ về quản lý mô hình lớn vào sáng nay."
    assert find(f"{TITLE}{BEFORE}{AFTER}{card}", "Ba nước").role == "related"


@pytest.mark.xfail(strict=True, reason="titles of a verse page stand among lines of the same length")
def test_titles_of_poems() -> None:
    verses = "Mẹ ngồi vá lại hoàng hôn\nBằng kim gió bấc, chỉ còn khói rơm\nCon đi xa ngái thảo thơm\nMà nghe bến cũ\n"
    found = read(
        f"Chùm thơ tháng mười một của một người lính\nBến sông\n{verses}Cánh đồng\n{verses.replace('Mẹ', 'Cha')}"
    )
    assert [line.role for line in found if line.text in ("Bến sông", "Cánh đồng")] == ["heading", "heading"]
