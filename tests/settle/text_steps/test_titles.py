from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import roles

STORY = (
    "Tàu cá Lý Sơn được trang bị phao vệ tinh\n"
    "Một trăm tàu cá ở đảo Lý Sơn vừa được trang bị phao định vị vệ tinh, giúp tìm người nhanh hơn khi gặp nạn.\n"
    "Mỗi chiếc phao có giá hai mươi triệu đồng. Ngư dân chỉ trả một phần mười."
)
FOREIGN = [
    "Gruzia bắt đầu mùa hái nho ở thung lũng Kakheti",
    "Nhật Bản bắn thử tên lửa đẩy H3 lần thứ tư",
    "Kenya trồng mười lăm tỷ cây xanh đến năm 2032",
]


@pytest.mark.parametrize("count", [2, 3])
def test_headlines_in_a_row_behind_the_story(count: int) -> None:
    assert roles("\n".join((STORY, *FOREIGN[:count])))[-count:] == ["related"] * count


def test_headlines_in_a_row_below_the_lead() -> None:
    first, *rest = STORY.split("\n")[1:]
    assert roles("\n".join((STORY.split("\n")[0], first, *FOREIGN, *rest)))[2:5] == ["related"] * 3


def test_one_headline_needs_blank_lines() -> None:
    assert roles(f"{STORY}\n\n\n\n{FOREIGN[0]}")[-1] == "related"


@pytest.mark.parametrize(
    "ending",
    [
        "Em đi qua những mùa trăng\nMang theo một nửa cánh đồng sau lưng\nCon đê đứng đợi bâng khuâng\n"
        "Tiếng ai gọi nước lưng chừng đầu sông",
        "Danh sách các tàu nhận phao đợt đầu gồm có:\nTàu của gia đình ông Bùi Huệ ở thôn Đông\n"
        "Tàu của gia đình ông Võ Minh ở thôn Tây",
        "- Phao phát tín hiệu mỗi ba mươi giây\n- Pin dùng được bốn mươi tám giờ liên tục",
    ],
)
def test_verse_and_lists_stay(ending: str) -> None:
    assert "related" not in roles(f"{STORY}\n{ending}")
