from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import read, roles

BODY = (
    "Sáng nay, hai trăm hộ dân ở xã Phú Lộc nhận nước sạch từ trạm bơm mới sau ba năm chờ đợi.\n"
    "Trạm bơm lấy nước từ hồ Khe Tân, công suất 1.200 m3 mỗi ngày. Người dân trả 7.000 đồng một khối."
)


@pytest.mark.parametrize(
    "title",
    [
        "Phú Lộc có nước sạch",
        "Vì sao Phú Lộc chờ nước sạch ba năm?",
        "6 năm nay cả xóm chỉ đi gánh nước, đến khi biết được lý do ...",
        "'Nước về rồi!'",
    ],
)
def test_first_line_without_a_full_stop_is_the_title(title: str) -> None:
    assert roles(f"{title}\n{BODY}")[0] == "title"


@pytest.mark.parametrize(
    "first",
    [
        "Hai trăm hộ dân Phú Lộc đã có nước sạch.",
        "Người dân Phú Lộc nhận nước sạch. Ảnh: Hoài An",
        "- Nước sạch về Phú Lộc",
        "Đến Phú Lộc sáng nay, chúng tôi nghe ai cũng nhắc một câu:",
        "Phú Lộc là xã cuối cùng của huyện có nước sạch, sau ba năm chờ đợi với hai lần đổi nhà thầu, một lần "
        "thiếu vốn và cả một mùa lũ cuốn trôi đoạn ống chính...",
    ],
)
def test_other_first_lines_are_not(first: str) -> None:
    assert "title" not in roles(f"{first}\n{BODY}")


def test_what_stands_above_the_title_does_not_take_its_place() -> None:
    text = f"Thứ Hai, 03/06/2024 - 07:10\nPhú Lộc có nước sạch\n{BODY}"
    assert roles(text)[:2] == ["date", "title"]


def test_kicker_and_copy() -> None:
    lines = read(f"Đời sống\nXã Phú Lộc có nước sạch sau ba năm\n{BODY}\nXã Phú Lộc có nước sạch sau ba năm")
    assert [lines[0].role, lines[1].role, lines[-1].role] == ["section", "title", "chrome"]
    assert lines[-1].rule == "repeat.title-copy"


def test_short_title_above_a_heading_is_no_kicker() -> None:
    assert roles(f"Navalny bị bắt\nChuyến bay về Moskva đổi hướng vào phút chót\nHọ chờ ở đó\n{BODY}")[0] == "title"


def test_lines_without_any_paragraph_have_no_title() -> None:
    assert "title" not in roles("Tin nhanh\nGiá vàng\nThời tiết")


def test_a_row_of_entries_above_the_title() -> None:
    for row in ("* Chính trị * Kinh tế * Văn hóa", "Tin tức | Kinh tế"):
        assert roles(f"{row}\nThời sự\nXã Phú Lộc có nước sạch sau ba năm\n{BODY}")[2] == "title"
    assert roles(f"Nước sạch | Chuyện ở Phú Lộc sau ba năm chờ đợi\n{BODY}")[0] == "title"


def test_a_section_above_a_title_with_a_pen_name_below() -> None:
    assert roles(f"Nữ sinh\nXã Phú Lộc có nước sạch sau ba năm\nMÂY\n{BODY}")[:3] == ["section", "title", "byline"]
