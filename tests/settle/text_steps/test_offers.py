from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, read, roles

STORY = (
    "Đàn sếu đầu đỏ trở lại Tràm Chim\n\n"
    "Bốn con sếu đầu đỏ vừa được ghi nhận tại phân khu A5 của Vườn quốc gia Tràm Chim sau ba năm vắng bóng.\n"
    "Kiểm lâm viên Lâm Hoàng Vũ là người đầu tiên nhìn thấy. Anh gọi về trạm lúc sáu giờ sáng."
)
TITLES = "Thêm một vườn quốc gia được công nhận khu Ramsar\nCá heo sông Mekong chỉ còn 89 con"
CARD = (
    "Ba trăm con rùa biển được thả ở Hòn Cau\n"
    "Khu bảo tồn biển Hòn Cau vừa thả ba trăm con rùa biển mới nở về đại dương, nhiều nhất từ năm 2019 đến nay."
)


@pytest.mark.parametrize("label", ["Có thể bạn quan tâm", "TIN CÙNG CHUYÊN MỤC:", ">> Xem thêm"])
def test_titles_under_a_label(label: str) -> None:
    assert roles(f"{STORY}\n{label}\n{TITLES}")[-3:] == ["related_label", "related", "related"]


def test_parts_of_a_card() -> None:
    rules = [line.rule for line in read(f"{STORY}\nCó thể bạn quan tâm\nRùa con bò ra biển.\n{CARD}")][-3:]
    assert rules == ["shape.related-caption", "shape.related-title", "shape.related-summary"]


def test_signature_below_the_offers_is_not_theirs() -> None:
    text = f"{STORY}\nTin cùng chuyên mục\n{TITLES}\nThứ Hai, 11/03/2024 - 08:15\nHoài Thanh"
    assert roles(text)[-3:] == ["related", "date", "byline"]


def test_the_story_goes_on_behind_a_tail_label() -> None:
    text = (
        f"{STORY}\nCó thể bạn quan tâm\n{TITLES}\n"
        "Theo anh Lâm Hoàng Vũ, bốn con sếu ăn củ năn ở bãi phía bắc rồi bay về hướng Campuchia khi nắng lên.\n"
        "Vườn quốc gia Tràm Chim đã rút nước phân khu A5 từ tháng mười hai để củ năn mọc lại như xưa.\n"
        "Năm ngoái không có con sếu đầu đỏ nào về. Năm nay người ta mong con số sẽ lên hai chữ số."
    )
    assert roles(text)[-3:] == ["body", "body", "body"]


def test_a_box_ends_where_the_story_goes_on() -> None:
    text = f"{STORY}\nTin liên quan\n{TITLES}\nBốn con sếu ăn củ năn ở bãi phía bắc suốt cả buổi sáng hôm đó.\nHết"
    assert roles(text)[-4:-1] == ["related", "related", "body"]


def test_a_heading_below_a_box_belongs_to_the_story() -> None:
    section = "Củ năn mọc lại\nVườn rút nước từ tháng mười hai để cây năn ra củ, thức ăn chính của sếu."
    text = f"{STORY}\nTin liên quan\n{TITLES}\n{section}"
    assert find(text, "Củ năn mọc lại").role == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Có thể bạn quan tâm đến giờ sếu về, nhưng không ai đoán được điều đó, kể cả kiểm lâm.",
        "Xem thêm nhiều ảnh sếu là cách các em nhỏ học bài ở trường bên cạnh vườn quốc gia.",
    ],
)
def test_prose_that_begins_like_a_label(line: str) -> None:
    text = f"{STORY}\n{line}\nSáng hôm sau, đàn sếu rời đi khi mặt trời vừa lên khỏi hàng tràm."
    assert roles(text)[-2:] == ["body", "body"]


def test_a_tail_label_above_the_story_takes_only_titles() -> None:
    title, rest = STORY.split("\n\n")
    found = roles(f"{title}\n\nTIN MỚI\n{TITLES}\n{rest}\n{CARD.split(chr(10))[1]}")
    assert found[1:4] == ["related_label", "related", "related"]
    assert "related" not in found[4:]


def test_the_next_of_the_numbered_headings_is_the_storys() -> None:
    text = f"{STORY}\n1. Sếu về lúc nào trong năm\nTháng ba.\nXem thêm:\n{TITLES.split(chr(10))[0]}\n"
    assert (
        roles(f"{text}2. Sếu ăn những gì ở Tràm Chim\nCủ năn và côn trùng, cá nhỏ trong các bãi cạn.")[-2] != "related"
    )


def test_the_next_question_of_an_interview_is_the_storys() -> None:
    asked = "\n".join(f"Phóng viên: {words}?\nÔng Vũ: Sếu về đúng mùa." for words in ("Sếu đông không", "Vì sao"))
    offer = f"Xem thêm:\n{TITLES.split(chr(10))[0]}"
    text = f"{STORY}\n{asked}\n{offer}\nPhóng viên: Ông mong điều gì nhất lúc này?\nÔng Vũ: Nước."
    assert roles(text)[-2] != "related"


def test_key_words_behind_the_titles_are_no_titles() -> None:
    found = roles(f"{STORY}\nTin cùng chuyên mục\n{TITLES}\nsếu đầu đỏ\nvườn quốc gia")
    assert found[-4:] == ["related", "related", "tags", "tags"]
