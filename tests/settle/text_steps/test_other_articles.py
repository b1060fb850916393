"""Other articles that no label announces: by rank, by date, by their outlet's name, by their words."""

from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import roles

TITLE = "Xã Mường Cang dựng lại cầu treo sau lũ"
LEAD = "Sau bốn tháng, người dân xã Mường Cang đã có cầu treo mới thay cây cầu bị lũ cuốn hồi tháng sáu."
STORY = (
    "Cầu dài 82 mét, rộng 2 mét. Kinh phí do huyện và người dân cùng góp.",
    "Trưởng bản Lò Văn Inh nói từ nay học trò không phải đi bè. Chợ phiên cũng đông hơn trước.",
    "Huyện sẽ dựng thêm hai cầu nữa ở Tà Gia và Khoen On trong năm tới. Vốn đã được giao.",
)
OTHERS = ("Giá cà phê ở Gia Lai lập đỉnh mới", "Đội nữ bóng chuyền Thái Bình giành ngôi đầu")
TEASER = "Thương lái trả 152.000 đồng một ký, cao nhất trong mười năm, khiến nhiều nhà vườn Chư Sê giữ hàng chờ thêm."


def page(*lines: str) -> str:
    return "\n".join((TITLE, LEAD, *lines))


@pytest.mark.parametrize("order", [("1", OTHERS[0], "2", OTHERS[1]), (OTHERS[0], "1", OTHERS[1], "2")])
def test_ranks_beside_titles(order: tuple[str, ...]) -> None:
    found = roles(page(*STORY[:2], *order, STORY[2]))[4:8]
    assert sorted(found) == ["chrome", "chrome", "related", "related"]


def test_numbers_of_a_table_are_no_ranks() -> None:
    assert set(roles(page(*STORY, "1", "Tà Gia", "2", "Khoen On", "Hai xã đều đã giao mặt bằng."))[5:]) <= {
        "body", "heading", "list_item",
    }  # fmt: skip


def test_a_title_with_a_date_below_it_behind_the_story() -> None:
    assert roles(page(*STORY, OTHERS[0], "12/08/2026"))[5] == "related"


def test_a_page_that_scrolls_on_from_a_signed_story_to_another() -> None:
    found = roles(page(*STORY, "20/11/2026 10:05", OTHERS[0], "20/11/2026 09:48", TEASER, TEASER.replace("ký", "cân")))
    assert set(found[6:]) == {"related"}


def test_what_follows_dated_titles_in_the_middle_is_still_story() -> None:
    found = roles(page(STORY[0], STORY[1], OTHERS[0], "12/08/2026", OTHERS[1], "11/08/2026", STORY[2]))
    assert found[4] == found[6] == "related"
    assert found[-1] == "body"


def test_a_teaser_with_the_outlets_name_behind_the_lead() -> None:
    found = roles(page(*STORY, OTHERS[0], f"(NLĐO) - {TEASER}"))
    assert found[5:] == ["related", "related"]


def test_the_lead_itself_keeps_the_outlets_name() -> None:
    found = roles("\n".join((TITLE, f"(NLĐO) - {LEAD}", *STORY)))
    assert found == ["title", "summary", "body", "body", "body"]


def test_a_headline_of_which_the_story_has_no_word() -> None:
    stray = "Ngân hàng Phương Đông hoãn chia cổ tức, cổ đông bức xúc"
    assert roles(page(*STORY[:2], stray, STORY[2]))[4] == "related"


@pytest.mark.parametrize("heading", ["Chờ thêm cầu mới ở Tà Gia và Khoen On", "Bao giờ dân hết lo?"])
def test_a_heading_that_tells_of_the_story(heading: str) -> None:
    assert roles(page(*STORY[:2], heading, STORY[2]))[4] == "heading"


def test_questions_of_an_interview_are_no_strays() -> None:
    asked = ("Nguồn vốn nào khiến ông tự tin theo đuổi đến cùng?", "Điều gì khó nhất khi vận động bà con góp sức?")
    found = roles(page(STORY[0], asked[0], STORY[1], asked[1], STORY[2]))
    assert "related" not in found


def test_dated_cards_under_a_label_behind_the_signature() -> None:
    cards = (OTHERS[0], "12/08/2026", TEASER, OTHERS[1], "11/08/2026", TEASER.replace("cà phê", "tiêu"))
    found = roles(page(*STORY, "Lò Mai/TTXVN", "Tin liên quan", *cards))
    assert set(found[7:]) == {"related"}


def test_two_titles_below_the_lead() -> None:
    long = ("Giá cà phê ở Gia Lai lập đỉnh mới trong mười năm", "Đội nữ bóng chuyền Thái Bình giành ngôi đầu bảng")
    assert roles(page(*long, *STORY))[2:4] == ["related", "related"]
    short = ("Cầu tre của học trò bản Nà", "Chuyện một cây cầu ở Mường Cang")
    assert "related" not in roles(page(*short, *STORY))


def test_lines_of_a_gallery_that_is_signed_are_its_story() -> None:
    lines = ("Những tấm ván đầu tiên được bắc qua dòng suối", "Học trò bản Nà đi thử cầu treo mới sau buổi học")
    more = ("Bà con góp gạo nấu bữa cơm mừng cầu mới", "Chiếc bè cũ được kéo lên bờ làm kỷ niệm")
    assert set(roles(page(*lines, *more, "VĂN BÁU"))[2:-1]) <= {"body", "caption", "heading"}
    assert "related" in roles(page(*STORY, *lines, *more, "VĂN BÁU"))
