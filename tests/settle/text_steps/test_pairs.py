from __future__ import annotations

from tests.settle.text_steps.reading import find, read, roles

STORY = (
    "Cầu treo Pa Thơm gãy cáp, bản bị cô lập\n\n"
    "Cầu treo Pa Thơm ở Điện Biên gãy một bên cáp sau đêm mưa lớn khiến hơn sáu mươi hộ dân bị cô lập.\n\n"
    "Đêm 12/7, mưa lớn làm nước sông Nậm Núa dâng nhanh. Gần sáng, cáp bên trái cầu treo Pa Thơm đứt.\n"
    "Trưởng bản Lò Văn Phanh cho biết không ai đi qua cầu lúc đó. Học sinh phải nghỉ học.\n"
    "Xã Pa Thơm mượn hai bè mảng chở người và gạo. Bè chỉ chạy được khi nước rút.\n"
    "Sở Giao thông dự kiến thay cáp trong mười ngày, nếu trời không mưa."
)
APART = "\n\n\n\n"
FIRST = (
    "Lũ cuốn trôi trường mầm non ở Nậm Pồ\n"
    "Một điểm trường mầm non ở huyện Nậm Pồ bị lũ cuốn trôi trong đêm, rất may không có trẻ và cô giáo ở lại."
)
SECOND = (
    "Điện Biên thiếu hai trăm cây cầu dân sinh\n"
    "Tỉnh Điện Biên cần thêm hai trăm cây cầu dân sinh để học sinh không phải lội suối đến lớp trong mùa mưa."
)


def test_groups_that_blank_lines_set_apart() -> None:
    text = f"{STORY}{APART}{FIRST}{APART}\n{SECOND}\n\nLò Hoàng"
    assert roles(text)[-5:] == ["related"] * 4 + ["byline"]
    assert find(text, "Lũ cuốn trôi").rule == "shape.related-title"
    assert find(text, "Một điểm trường").rule == "shape.related-summary"


def test_the_same_group_in_the_middle_of_the_story() -> None:
    text = f"{STORY}{APART}{FIRST}{APART}Chiều cùng ngày, bản Pa Thơm nhận được hai tấn gạo.\nDân bản tự sửa đường mòn."
    assert find(text, "Lũ cuốn trôi").role == "related"
    assert find(text, "Chiều cùng ngày").role == "body"


def test_headline_and_teaser_on_one_line() -> None:
    card = FIRST.replace("\n", "")
    lines = read(f"{STORY}\n\n{card}\n\nLò Hoàng")
    assert [line.rule for line in lines[-3:-1]] == ["shape.related-title", "shape.related-summary"]


def test_a_card_on_the_last_line_says_nothing_of_its_headline_again() -> None:
    card = "Hà Nội cấm xe máy cũ từ năm sau Quy định áp dụng trước hết ở bốn quận nội thành, sau đó mở rộng dần."
    glued = card.replace("sau Quy", "sauQuy")
    assert roles(f"{STORY}\n\n{glued}\n\nLò Hoàng")[-3:] == ["related", "related", "byline"]
    assert "related" not in roles(f"{STORY}\n\n{glued}\n\n" + STORY.rsplit("\n", 2)[-1])  # a slip of the keyboard
    assert "related" not in roles(f"{STORY}\n\n{card}\n\nLò Hoàng")


def test_a_caption_and_its_paragraph_are_no_card_beside_one_on_a_line_of_its_own() -> None:
    caption = "Cáp cầu treo nằm vắt trên bãi đá"
    close = "Lực lượng chức năng đã dựng rào và cắt cử người trực ở hai đầu cầu, không cho người dân qua lại."
    card = FIRST.replace("\n", "")
    assert roles(f"{STORY}\n{caption}\n{close}\n\n{card}\n\nLò Hoàng")[-4:-1] == ["body", "related", "related"]


def test_a_row_at_the_end_without_any_help_of_layout() -> None:
    assert roles(f"{STORY}\n{FIRST}\n{SECOND}")[-4:] == ["related"] * 4


def test_a_caption_between_two_cards_goes_with_the_second() -> None:
    text = f"{STORY}{APART}{FIRST}\nHọc sinh Điện Biên lội suối đến lớp\n{SECOND}"
    assert find(text, "Học sinh Điện Biên lội").rule == "shape.related-caption"


def test_a_heading_with_one_paragraph_is_not_a_card() -> None:
    section = "Dân bản tự làm đường tránh\nHơn bốn mươi người phát cây, đắp đá thành lối mòn men theo sườn núi sau bản."
    assert "related" not in roles(f"{STORY}\n{section}")


def test_sections_of_one_paragraph_under_headings_stay() -> None:
    sections = (
        "Kiểm tra cáp trước mùa mưa hằng năm\n"
        "Việc kiểm tra cáp phải làm trước mùa mưa và ghi vào sổ có chữ ký trưởng bản.\n"
        "Không chở quá tải qua cầu treo\n"
        "Xe máy chở hàng nặng là nguyên nhân làm mỏi cáp, vì thế bảng tải trọng phải rõ."
    )
    intro = "Năm điều về cầu treo\nCầu treo là đường ra chợ duy nhất của nhiều bản và là nơi nguy hiểm nhất khi mưa."
    assert "related" not in roles(f"{intro}\n{sections}")


def test_questions_of_an_interview_stay() -> None:
    answers = "\n".join(
        f"{question}\nTôi nghĩ {answer} Đó là việc của cả bản chứ không riêng gì trưởng bản hay cán bộ xã."
        for question, answer in [
            ("Vì sao bản không dời sang bên kia sông?", "đất bên kia dốc, không cấy được lúa nước."),
            ("Ai trông coi cây cầu vào ban đêm?", "mỗi đêm một nhà, thay phiên nhau từ đầu bản."),
            ("Khi nào thì cầu mới được làm?", "sang năm, nếu huyện bố trí được vốn."),
        ]
    )
    assert "related" not in roles(f"{STORY}\n{answers}")
