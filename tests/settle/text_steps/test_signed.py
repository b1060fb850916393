"""What stands behind who signed the story."""

from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, read, roles

STORY = (
    "Cây cầu treo cuối cùng trên sông Lô\n"
    "Cây cầu treo nối hai bờ sông Lô được dựng từ năm 1978, khi cả xã chỉ có hai chiếc xe đạp.\n"
    "Ông Ma Văn Thào giữ chìa khóa cổng cầu suốt ba mươi năm, đêm nào cũng đi một vòng kiểm tra.\n"
    "Tháng tới, cây cầu sẽ được tháo để nhường chỗ cho cầu bê tông rộng bảy mét.\n"
)


def test_titles_and_teasers_behind_a_name_are_other_articles() -> None:
    behind = "Chợ phiên dời về bến mới\nNgười bán rau dậy sớm hơn một tiếng để kịp chuyến đò đầu ngày.\n"
    found = roles(STORY + "Vàng Thị Mai\n" + behind)
    assert found[-3:] == ["byline", "related", "related"]


def test_a_name_above_buttons_signs() -> None:
    found = read(STORY + "Vàng Thị Mai\nChia sẻ\nXem thêm\nCũ hơn\n")
    assert found[-4].role == "byline"
    assert not any(line.kept for line in found[-4:])


@pytest.mark.parametrize(
    "behind",
    [
        "Bà sinh ở bản Lìn và chưa từng đi xa hơn chợ huyện, nhưng biết tên từng người qua cầu.\n",  # heads a section
        "Mở cửa bảy giờ mỗi sáng\n",
    ],
)
def test_a_name_that_heads_what_follows_stays(behind: str) -> None:
    line = find(STORY + "Vàng Thị Mai\n" + behind, "Vàng Thị Mai")
    assert line.role != "byline" or not behind.endswith("cầu.\n")
    assert find(STORY + "Vàng Thị Mai\n" + behind, behind[:12]).kept


def test_a_list_of_people_is_signed_by_none_of_them() -> None:
    people = "".join(
        f"{name}\nNgười thứ {number} giữ cầu, làm việc này đã hơn mười năm và chưa nghỉ một đêm nào.\n"
        for number, name in enumerate(("Lò Văn Pao", "Hà Thị Sen", "Ma Seo Chứ"), 1)
    )
    assert "byline" not in roles(STORY + people)


def test_a_source_above_other_titles() -> None:
    lines = (
        "Bản làng giữ rừng bằng hương ước",
        "Hơn hai mươi năm nay, người Nà Khoang không chặt cây ở khu rừng đầu nguồn phía sau bản của mình.",
        "Ai vi phạm phải nộp một con lợn và mười cân gạo cho cả bản. Chuyện ấy mới xảy ra đúng hai lần.",
        "Rừng giữ nước cho bốn mươi héc-ta ruộng. Mùa hạn năm ngoái, Nà Khoang vẫn đủ nước cấy hai vụ.",
    )
    offer = "Tay cầm chơi game làm từ nấm tự phân hủy sau hai năm"
    assert roles("\n".join((*lines, "Tham khảo: The Verge", "Chia sẻ", offer)))[4:] == [
        "agency_source", "share_widget", "related",
    ]  # fmt: skip
    inside = roles("\n".join((*lines[:2], "Nguồn: Hạt Kiểm lâm Nà Khoang", *lines[2:])))
    assert inside[2] == "credit"
