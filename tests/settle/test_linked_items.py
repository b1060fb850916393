"""Lists whose items are title and teaser of other articles, and lists of the story with links in them."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.html import settle_html
from cleaner.settle.linked_items import settle_linked_items
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

STORY = "".join(
    f"<p>Sáng mùng {name}, đò ngang chở hơn sáu chục chuyến, khách phần đông là học trò và bà con đi chợ.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm", "sáu")
)
NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bến đò mùa nước"}</script>'
OFFERED = (
    "<ul><li><a href=/a>Giá vàng miếng tăng lên 92 triệu đồng</a><span>Sau hai phiên giảm, giá quay đầu.</span></li>"
    "<li><a href=/b>Cấm xe tải vào nội đô từ tháng 12</a><span>Quy định áp dụng từ 6h đến 20h.</span></li></ul>"
)
TOLD = (
    "<ul><li><a href=/a>Bến Mẫu</a>, nơi đò chạy từ năm giờ sáng đến tám giờ tối.</li>"
    "<li><a href=/b>Bến Sậy</a>, nơi đò chỉ chạy vào ngày phiên chợ.</li></ul>"
)


def roles(make_board: MakeBoard, items: str, score: float) -> set[Role | None]:
    page = f"<html lang=vi><head>{NEWS}</head><body><div>{STORY}{items}</div></body></html>"
    board = make_board(page, [*[0.99] * 6, score, score], rules=False)
    settle_story(board)
    settle_linked_items(board)
    return {board.role(6), board.role(7)}


def test_titles_glued_to_their_teasers_are_other_articles(make_board: MakeBoard) -> None:
    assert roles(make_board, OFFERED, 0.95) == {Role.RELATED}


def test_items_that_open_with_the_link_of_a_name_stay(make_board: MakeBoard) -> None:
    assert roles(make_board, TOLD, 0.6) == {Role.LIST_ITEM}


def test_a_long_list_of_them_does_not_move_the_story_to_its_own_element(make_board: MakeBoard) -> None:
    offered = OFFERED.replace("Sau hai phiên giảm", "Sau hai phiên giảm " * 40)
    body = f"<div>{STORY}<div>{offered}</div><p>Chuyến cuối rời bến lúc chín giờ.</p></div>"
    board = make_board(f"<head>{NEWS}</head><body>{body}</body>", [*[0.99] * 6, 0.8, 0.8, 0.65], rules=False)
    settle_html(board)
    assert board.role(8) is Role.BODY
