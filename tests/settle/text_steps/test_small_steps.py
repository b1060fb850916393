"""Furniture, donation lines and repeated paragraphs."""

from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, read, roles

STORY = (
    "Cô giáo Mường Lát vay tiền xây bếp cho trò\n"
    "Cô Hà Thị Dung vay bốn mươi triệu đồng xây căn bếp nấu bữa trưa cho ba mươi học trò ở điểm trường Pù Toong.\n"
    "Nhà bếp lợp tôn, có hai bếp củi. Phụ huynh thay nhau mang rau đến."
)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("* * *", "chrome"),
        ("A A", "chrome"),
        ("https://tin.example.vn/anh/bep-480x270.jpg", "chrome"),
        ("https://tin.example.vn/co-giao-vay-tien-123.html", "source_url"),
        ("Ý", "heading"),
    ],
)
def test_furniture(line: str, role: str) -> None:
    assert find(f"{STORY}\n{line}\nHết năm học, bếp vẫn đỏ lửa mỗi trưa như lời cô hứa.", line).role == role


def test_all_lines_behind_the_donation_label_are_its_details() -> None:
    details = (
        "Mọi sự giúp đỡ xin gửi về:\n"
        "1. Cô Hà Thị Dung, điểm trường Pù Toong, huyện Mường Lát. Điện thoại: 0912 000 222\n"
        "- Số tài khoản: 0011 000 333 444, Ngân hàng Vietcombank;\n"
        "Vietnam Joint Stock Commercial Bank, Thanh Hoa Branch\n"
        "- Swift code: ABCDVNVX"
    )
    judged = read(f"{STORY}\n\n{details}")[3:]
    assert {line.role for line in judged} == {"donation_details"}
    assert all(line.kept for line in judged)


def test_the_name_below_the_donation_details_signs() -> None:
    assert roles(f"{STORY}\nMọi sự giúp đỡ xin gửi về:\n- Số tài khoản: 0011 000 333 444\nQuách Du")[-1] == "byline"


def test_the_title_may_begin_with_the_number_of_the_case() -> None:
    details = "Mọi sự giúp đỡ xin gửi về:\n- Số tài khoản: 0011 000 333 444\nQuách Du\nMS 1003: Hai em mồ côi"
    found = roles(f"MS 1004: {STORY}\n{details}")
    assert found[0] == "title"
    assert found[-2:] != ["donation_details", "donation_details"]


def test_bank_lines_without_a_donation_label_are_story() -> None:
    assert "donation_details" not in roles(f"{STORY}\nCô ghi nợ từng khoản: gạo 12 kg, dầu 2 lít, muối 3 gói.")


def test_a_paragraph_printed_twice() -> None:
    repeated = STORY.split("\n")[1]
    lines = read(f"{STORY}\n{repeated}")
    assert lines[-1].role == "duplicate_body"
    assert lines[-1].evidence == "repeats block 1"


def test_a_short_refrain_may_be_said_twice() -> None:
    assert "duplicate_body" not in roles(f"{STORY}\nBếp lửa ấm.\nTrò đông dần lên mỗi năm.\nBếp lửa ấm.")
