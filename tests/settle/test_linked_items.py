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


def scattered(make_board: MakeBoard, *lines: str) -> list[Role | None]:
    page = f"<html lang=vi><head>{NEWS}</head><body><div>{STORY}{''.join(lines)}</div></body></html>"
    board = make_board(page, [*[0.99] * 6, *[0.95] * len(lines)], rules=False)
    settle_story(board)
    settle_linked_items(board)
    return [board.role(block.index) for block in board.blocks[6:]]


GOLD = "<div><b><a href=/a>Giá vàng miếng tăng lên 92 triệu đồng</a></b> <span>Giá quay đầu sau hai phiên.</span></div>"
TRUCKS = "<div><a href=/b>Cấm xe tải vào nội đô từ tháng 12</a><br>Quy định áp dụng từ 6h đến 20h.</div>"


def test_two_titles_with_their_teasers_are_other_articles_anywhere(make_board: MakeBoard) -> None:
    assert scattered(make_board, GOLD, "<p>Nước lên, đò nghỉ từ chiều.</p>", TRUCKS) == [
        Role.RELATED,
        Role.BODY,
        Role.RELATED,
    ]


def test_one_alone_and_sentences_that_open_with_a_link_stay(make_board: MakeBoard) -> None:
    assert scattered(make_board, TRUCKS) == [Role.BODY]
    told = "<p><a href=/c>Sở Giao thông vận tải thành phố</a> cho biết đò nghỉ từ chiều.</p>"
    ended = "<p><a href=/d>Đò ngang nghỉ từ chiều mai vì nước lên.</a> Bà con đi cầu Mới.</p>"
    assert scattered(make_board, told, told, ended, ended) == [Role.BODY] * 4
