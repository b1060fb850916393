from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, read, roles

TITLE = "Làng gốm Thanh Hà đón khách trở lại\n\n"
FIRST = (
    "Sau bốn năm vắng khách, làng gốm Thanh Hà bên sông Thu Bồn lại nghe tiếng bàn xoay từ sáng sớm đến chiều.\n"
    "Ông Nguyễn Lành mở xưởng cho khách vào nặn thử. Vợ ông lo phần nung."
)
SECOND = (
    "Hợp tác xã có bốn mươi thợ, già nhất đã tám mươi. Mỗi tháng làng bán gần hai nghìn con thổi.\n"
    "Đất sét lấy từ bãi bồi phía tây, phải ủ nửa tháng mới dẻo. Thợ trẻ học ba năm mới vuốt được một chiếc bình cao."
)
ECHO = "Ba thế hệ cùng ngồi một bàn xoay"


def test_credited_caption_and_its_copies() -> None:
    caption = "Ông Nguyễn Lành bên bàn xoay cũ của cha mình. Ảnh: Đắc Thành"
    text = f"{TITLE}{FIRST}\n{caption}\n{caption}\n{SECOND}\nÔng Nguyễn Lành bên bàn xoay cũ của cha mình."
    assert roles(text).count("caption") == 1
    assert roles(text).count("caption_duplicate") == 2


def test_a_paragraph_that_begins_like_a_caption_is_not_its_copy() -> None:
    text = (
        f"{TITLE}{FIRST}\nÔng Nguyễn Lành bên bàn xoay. Ảnh: Đắc Thành\n"
        f"Ông Nguyễn Lành bên bàn xoay từ năm chín tuổi, khi cha ông còn sống. Đất thì đi xin.\n{SECOND}"
    )
    assert find(text, "Ông Nguyễn Lành bên bàn xoay từ").role == "body"


def test_a_sentence_printed_twice_in_a_row() -> None:
    line = "Khách nước ngoài tập nặn con thổi ở sân đình."
    lines = read(f"{TITLE}{FIRST}\n\n{line}\n\n{line}\n\n{SECOND}")
    assert [item.role for item in lines if item.text == line] == ["caption", "caption_duplicate"]


def test_a_paragraph_repeated_far_away_is_no_caption() -> None:
    line = "Từ đầu năm đến nay, mỗi tuần làng đón chừng ba trăm lượt khách, gấp đôi so với năm ngoái."
    lines = read(f"{TITLE}{FIRST}\n{line}\n{SECOND}\n{line}")
    assert [item.role for item in lines if item.text == line] == ["body", "duplicate_body"]


def test_words_above_a_credit_line() -> None:
    text = f"{TITLE}{FIRST}\n\nLò nung cũ ở đầu làng\n\nẢnh: Đắc Thành\n\n{SECOND}"
    assert find(text, "Lò nung cũ").role == "caption"
    assert find(text, "Ảnh:").role == "credit"


def test_echo_of_the_next_sentence() -> None:
    text = f"{TITLE}{FIRST}\n{ECHO}\n{ECHO}, ông nói. Đó là điều quý.\n{SECOND}"
    assert find(text, "Ba thế hệ").rule == "shape.caption-echo"


def test_a_heading_that_the_paragraph_takes_up_is_no_echo() -> None:
    text = f"{TITLE}{FIRST}\nĐất sét\nĐất sét Thanh Hà có màu nâu hồng và rất dẻo, người thợ bảo vậy.\n{SECOND}"
    assert find(text, "Đất sét").role == "heading"


def test_one_sentence_between_blank_lines_inside_the_text() -> None:
    text = f"{TITLE}{FIRST}\n\nÔng Nguyễn Lành hướng dẫn khách ở làng gốm Thanh Hà.\n\n{SECOND}"
    assert find(text, "Ông Nguyễn Lành hướng dẫn").rule == "shape.caption-alone"


def test_a_paragraph_between_two_pictures_stands_alone_too() -> None:
    text = (
        f"{TITLE}{FIRST}\n\nBàn xoay của làng. Ảnh: Đắc Thành\n\n"
        "Ông Nguyễn Lành ở làng gốm Thanh Hà cho biết ông không nhớ nổi mình đã làm bao nhiêu chiếc bình.\n\n"
        f"Lò nung của làng. Ảnh: Đắc Thành\n\n{SECOND}"
    )
    assert find(text, "Ông Nguyễn Lành ở làng").role == "body"


def test_paragraphs_that_blank_lines_part_everywhere_are_no_captions() -> None:
    text = "\n\n".join((TITLE.strip(), *FIRST.split("\n"), "Ông Nguyễn Lành ở làng gốm Thanh Hà.", *SECOND.split("\n")))
    assert all(line.rule != "shape.caption-alone" for line in read(text))


def test_a_known_name_with_a_full_stop() -> None:
    assert find(f"{TITLE}{FIRST}\nÔng Nguyễn Lành.\n{SECOND}", "Ông Nguyễn Lành.").rule == "shape.caption-name"


def test_clean_text_without_title_is_left_alone() -> None:
    text = f"{FIRST}\n{ECHO}\n{ECHO}, ông nói. Đó là điều quý.\n{SECOND}"
    assert all(line.kept for line in read(text))


PARAGRAPH = (
    "Lớp học mở từ tháng ba, mỗi tuần hai buổi, do hai cô giáo về hưu đứng lớp. Tuần nào cũng có thêm người xin học, "
    "người già nhất đã bảy mươi hai tuổi."
)
SCENE = "Học viên lớp xóa mù chữ tập viết trên bảng con."


@pytest.mark.parametrize("lines", [(PARAGRAPH, SCENE, PARAGRAPH + " Lớp đông dần."), (PARAGRAPH, SCENE)])
def test_a_scene_behind_a_paragraph(lines: tuple[str, ...]) -> None:
    assert find("\n".join(("Lớp học đêm ở Nậm Pồ", *lines)), SCENE).role == "caption"


@pytest.mark.parametrize(
    "sentence", ["Lớp học hiện đã có gần sáu mươi học viên.", "Bà nói “tôi chỉ mong viết được tên mình”."]
)
def test_a_short_paragraph_that_tells_of_time_or_speaks(sentence: str) -> None:
    assert find(f"Lớp học đêm ở Nậm Pồ\n{PARAGRAPH}\n{sentence}\n{PARAGRAPH} Thế thôi.", sentence).role == "body"


def test_the_texts_of_a_gallery_are_no_captions() -> None:
    scenes = "\n\n\n".join(
        SCENE.replace("con.", f"{words} bên bếp lửa nhà sàn.") for words in ("con", "gỗ", "đá", "tre")
    )
    assert "caption" not in roles(f"Lớp học đêm ở Nậm Pồ\n\n\n{PARAGRAPH}\n\n\n{scenes}")


def test_a_text_told_by_its_captions_keeps_them() -> None:
    told = [
        f"{n} giờ sáng, thợ gốm Thanh Hà nhào đất bên sông, đất phải ủ nửa tháng mới dẻo. Ảnh: Đắc Thành"
        for n in "23456"
    ]
    lead = "Một ngày của làng gốm bên sông Thu Bồn bắt đầu từ khi trời còn tối."
    assert roles("\n".join((TITLE, lead, *told)))[2:] == ["body"] * 5
    assert roles("\n".join((TITLE, lead, FIRST, SECOND, *told))).count("caption") == 5


def test_the_words_behind_a_pictures_alternative_text() -> None:
    alt, words = f"{TITLE.strip()} - Ảnh 1.", "Ông Nguyễn Lành vuốt đất trên bàn xoay gỗ mít."
    assert find(f"{TITLE}{FIRST}\n{alt}\n{words}\n{SECOND}", words).role == "caption"
    credited, told = "Bàn xoay cũ của làng. Ảnh: Đắc Thành", "Cả làng nay chỉ còn ba lò nung."
    assert find(f"{TITLE}{FIRST}\n{credited}\n{told}\n{SECOND}", told).role == "body"
