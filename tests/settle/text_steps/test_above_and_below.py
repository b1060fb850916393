"""Sections, names of outlets and boxes above the story; labels behind it: each beside what only looks like it."""

from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, read, roles

LEAD = "Trạm bơm mới của xã An Hòa bắt đầu chạy thử từ đầu tuần, cấp nước cho ba trăm hộ ven sông.\n"
BODY = (
    "Theo ông Phan Đức Lợi, cán bộ thủy lợi xã An Hòa, trạm bơm mới chạy êm và tốn ít điện hơn hẳn.\n"
    "Người dân đã nộp tiền đấu nối từ tháng trước, mỗi hộ góp hai triệu đồng cho phần ống nhánh.\n"
)
TITLE = "Trạm bơm mới của xã An Hòa chạy thử, ba trăm hộ có nước\n"


@pytest.mark.parametrize(
    "above",
    ["Xã hội\n21/11/2026 08:00\n", "21/11/2026 08:00\nNông nghiệp và nông thôn\n", "Kinh tế Miền Sông Online\n"],
)
def test_what_stands_above_the_title(above: str) -> None:
    assert find(above + TITLE + LEAD + BODY, "Trạm bơm mới của xã An Hòa chạy").role == "title"


def test_a_short_title_above_its_date() -> None:
    found = read("Tản văn\nNhớ mùa nước nổi\n21/11/2026 08:00\n" + LEAD + BODY)
    assert [line.role for line in found[:3]] == ["section", "title", "date"]


def test_the_authors_name_above_the_date_is_no_title() -> None:
    found = read("Nhớ mùa nước nổi\nLê Thị Hoài Thu\n21/11/2026 08:00\n" + LEAD + BODY)
    assert [line.role for line in found[:2]] == ["title", "byline"]


def test_a_box_below_the_lead() -> None:
    box = "Mã CK:\nTBA\n38.4\nHồ sơ công ty\n"
    assert not any(line.kept for line in read(TITLE + LEAD + box + BODY)[2:6])


def test_a_heading_below_the_lead_stays() -> None:
    assert find(TITLE + LEAD + "Nước về\n" + BODY, "Nước về").role == "heading"


def test_a_label_ends_what_a_donor_is_told() -> None:
    gift = "Mọi sự giúp đỡ xin gửi về: Ông Phan Đức Lợi, xã An Hòa. Số tài khoản: 0123 4567 8901.\n"
    found = read(TITLE + LEAD + BODY + gift + "Từ khóa:\nnước sạch\ntrạm bơm\n")
    assert [line.role for line in found[-4:]] == ["donation_details", "tags", "tags", "tags"]


def test_key_words_may_end_in_a_comma() -> None:
    assert roles(TITLE + LEAD + BODY + "Từ khóa:\nnước sạch,\ntrạm bơm,\nAn Hòa\n")[-3:] == ["tags"] * 3


def test_rows_with_a_colon_are_no_key_words() -> None:
    rows = "Cấp nước: ★★★★\nÁp lực: ★★★\nGiá: ★★★★\n"
    assert all(line.kept for line in read(TITLE + LEAD + BODY + rows)[-3:])


def test_a_picture_between_two_steps() -> None:
    steps = "Bước 1: Khóa van tổng trước khi đấu nối.\nThợ khóa van tổng\nBước 2: Mở van từ từ, xả khí trong ống.\n"
    assert find(TITLE + LEAD + BODY + steps, "Thợ khóa").role == "caption"


def test_a_heading_above_the_first_step_stays() -> None:
    steps = "Đấu nối tại nhà\nBước 1: Khóa van tổng trước khi đấu nối.\nBước 2: Mở van từ từ, xả khí trong ống.\n"
    assert find(TITLE + LEAD + BODY + steps, "Đấu nối tại nhà").kept


def test_a_headline_set_close_to_its_paragraph_heads_it() -> None:
    gaps = f"{TITLE}\n{LEAD}\nMỗi khối từ tám nghìn đến một vạn hai đồng\n{BODY}"
    assert find(gaps, "Mỗi khối").kept
