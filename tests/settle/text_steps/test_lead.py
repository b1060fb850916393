from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, roles

STORY = (
    "Chiều 3/3, ban quản lý chợ nổi Cái Răng cho biết các ghe bán trái cây sẽ được hỗ trợ ba triệu đồng mỗi tháng.\n"
    "Bà Hai Kiều, bán dưa hấu trên ghe đã bốn mươi năm, nói số tiền ấy đủ mua dầu. Con bà thì muốn lên bờ.\n"
    "Từ năm 2015, số ghe giảm hơn một nửa. Nhiều gia đình bán ghe, vào khu công nghiệp."
)


def lead_rule(text: str, start: str) -> str:
    line = find(text, start)
    return line.rule if line.role == "summary" else line.role


def test_set_off_by_blank_lines() -> None:
    lead = "Thành phố chi tiền giữ những chiếc ghe cuối cùng trên chợ nổi."
    assert lead_rule(f"Giữ chợ nổi\n\n{lead}\n\n{STORY}", "Thành phố") == "lead.apart"


def test_told_again_by_the_story() -> None:
    lead = "Các ghe bán trái cây ở chợ nổi Cái Răng sẽ được hỗ trợ ba triệu đồng mỗi tháng."
    assert lead_rule(f"Tin vui cho tiểu thương\n{lead}\n{STORY}", "Các ghe") == "lead.retold"
    assert lead_rule(f"{lead}\n{STORY}", "Các ghe") == "lead.retold"


def test_before_a_story_that_stands_on_one_line() -> None:
    told = "về một chiếc ghe cũ được kể lại chậm rãi bên bến."
    story = " ".join(f"Câu chuyện thứ {number} {told}" for number in range(30))
    lead = "Ba mươi câu chuyện nhỏ của những người sống cả đời trên mặt nước."
    assert lead_rule(f"Chuyện ghe\n{lead}\n{story}", "Ba mươi") == "lead.apart"


def test_worded_as_a_lead() -> None:
    lead = "VOV.VN - Những chiếc ghe cuối cùng được giữ lại bằng tiền ngân sách."
    assert lead_rule(f"{lead}\n{STORY}", "VOV.VN") == "lead.wording"


@pytest.mark.parametrize(
    "first",
    [
        "Tôi gặp ông Năm Lý vào một buổi chiều nước ròng, khi ghe của ông mắc cạn dưới gốc bần già.",
        "Có những buổi sáng người ta không nghe tiếng máy ghe nữa mà chỉ nghe tiếng chim. Khách đến rồi về. "
        "Không ai hỏi những người bán hàng đã đi đâu. Có người bảo họ lên bờ làm công nhân. Có người nói họ về quê.",
    ],
)
def test_a_first_paragraph_is_not_a_lead_without_evidence(first: str) -> None:
    assert "summary" not in roles(f"{first}\n{STORY}")


def test_captions_and_dates_come_before_it() -> None:
    lead = "Các ghe bán trái cây ở chợ nổi Cái Răng sẽ được hỗ trợ ba triệu đồng mỗi tháng."
    text = f"Tin vui trên bến\nThứ Hai, 04/03/2024 - 08:00\nNgọc Hân\n{lead}\n{STORY}"
    assert roles(text)[:4] == ["title", "date", "byline", "summary"]
