from __future__ import annotations

from tests.settle.text_steps.reading import roles

STORY = (
    "Bến phà Vàm Xáng ngừng chạy sau tám mươi năm\n"
    "Chuyến phà cuối cùng rời bến lúc bảy giờ tối, chở theo chừng hai mươi người và một chiếc xe tải.\n"
    "Từ sáng mai, người dân hai bờ đi bằng cây cầu mới dài gần một cây số, không phải trả tiền.\n"
)


def test_from_the_label_to_the_end() -> None:
    comments = "Ý kiến (2)\nHoa Cải\nNhớ tiếng còi phà quá.\nTrả lời 2 giờ trước\nAnh Ba\nCầu tiện hơn chứ."
    assert roles(STORY + comments)[3:] == ["comment"] * 6


def test_a_label_inside_the_story_opens_nothing() -> None:
    voices = "Ý kiến bạn đọc\nBạn đọc Minh Khoa đề nghị giữ lại chiếc phà cũ làm nơi trưng bày cho học sinh đến xem.\n"
    assert roles(STORY + voices + STORY.split("\n", 1)[1].replace("cuối", "sau"))[4] == "body"


def test_other_articles_below_the_comments_are_none() -> None:
    others = "Tin liên quan\nĐò ngang sông Hậu vẫn đông khách mỗi chiều\nCầu mới thông xe trước Tết một tháng"
    assert roles(f"{STORY}Ý kiến\nGửi bình luận\n{others}")[5:] == ["related_label", "related", "related"]
