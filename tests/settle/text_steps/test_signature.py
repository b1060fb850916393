from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, roles

STORY = (
    "Rừng dừa Bảy Mẫu hết vé cuối tuần\n"
    "Rừng dừa Bảy Mẫu ở Cẩm Thanh kín khách cuối tuần này, nhiều đoàn phải đặt thúng chai từ trước một tháng.\n"
    "Người chèo thúng kiếm được gấp đôi ngày thường. Họ mong mùa mưa đến muộn."
)


@pytest.mark.parametrize(
    "name", ["Hoài Nhơn", "N. Hương", "Trần Hằng - Q.H.", "Bích Vân - Công Khế", "BÙI THANH", "PV", "Ban Thời sự"]
)
def test_names_behind_the_story(name: str) -> None:
    assert roles(f"{STORY}\n{name}")[-1] == "byline"


@pytest.mark.parametrize("source", ["Theo TTXVN", "(Theo The Sun)", "Tổng hợp"])
def test_sources_behind_the_story(source: str) -> None:
    assert roles(f"{STORY}\n{source}")[-1] == "agency_source"


def test_an_outlet_goes_on_with_the_source_above() -> None:
    assert roles(f"{STORY}\nTheo Trung Hiếu\nVOV")[-2:] == ["agency_source", "agency_source"]


def test_author_and_office_below_the_title() -> None:
    title, *rest = STORY.split("\n")
    text = "\n".join((title, "TS Hồ Lam", "nguyên Phó viện trưởng Viện Sinh thái", "Thứ Ba, 02/04/2024 - 05:00", *rest))
    assert roles(text)[1:4] == ["byline", "byline", "date"]


@pytest.mark.parametrize(
    "line",
    [
        "Theo ông Nam, người chèo thúng lâu năm nhất, khách Hàn Quốc đông nhất.",
        "Theo TTXVN, lượng khách đến Hội An tăng 30 % so với cùng kỳ năm ngoái.",
        "Ai cũng vui.",
    ],
)
def test_prose_behind_the_story_is_no_signature(line: str) -> None:
    assert roles(f"{STORY}\n{line}")[-1] == "body"


def test_a_name_above_a_paragraph_is_a_heading() -> None:
    section = "Rừng Dừa Nước\nDừa nước được trồng từ thế kỷ trước để chắn sóng, nay thành nơi kiếm sống của cả xã."
    assert find(f"{STORY}\n{section}", "Rừng Dừa Nước").role == "heading"


@pytest.mark.parametrize("name", ["Hồng Mây", "LÊ DUY QUÝ"])
def test_a_name_glued_to_the_last_sentence(name: str) -> None:
    assert roles(f"{STORY} Ai cũng ngóng những đoàn khách cuối năm.{name}")[-2:] == ["body", "byline"]


@pytest.mark.parametrize("end", ["TP.HCM", "Q.Tân Bình", "bà H.Mây"])
def test_an_abbreviation_at_the_end_is_no_name(end: str) -> None:
    assert roles(f"{STORY} Khách phần nhiều đến từ {end}")[-1] != "byline"


def headed(below: str) -> list[str]:
    title, lead, rest = STORY.split("\n")
    return roles(
        "\n".join((title, lead, below, rest, "Chủ thúng Hoài Nhơn Bảy nói vậy khi trời vừa đổ mưa trên rừng."))
    )


def test_the_only_name_below_the_lead_signs() -> None:
    assert headed("Bích Vân - Công Khế")[2] == "byline"


def test_a_name_below_the_lead_that_the_story_tells_of_heads_a_part() -> None:
    assert headed("Hoài Nhơn Bảy")[2] != "byline"


def test_names_of_places_below_the_lead_head_the_parts_of_a_list() -> None:
    part = "Cồn cát dài hai cây số, chiều nào cũng có người thả diều và kéo lưới rùng đến tối."
    assert headed(f"Cẩm Nam\n{part}\nTrà Quế")[2] != "byline"


@pytest.mark.parametrize(("word", "role"), [("Diễm", "byline"), ("MÂY", "byline"), ("Phim", "chrome")])
def test_one_word_below_the_title(word: str, role: str) -> None:
    title, *rest = STORY.split("\n")
    assert roles("\n".join((title, "20/11/2026 08:00", word, *rest)))[2] == role
