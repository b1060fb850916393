"""What the judge keeps above the headline, and stories whose headline is not above them."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.above_title import settle_above_title
from cleaner.settle.board import Board
from cleaner.settle.headline import settle_headline
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

LONG = "Sáng nay, hàng trăm người dân ven biển đã rời nhà để tránh bão, mang theo những gì có thể mang được."
HEAD = "<head><title>Bão số 9 vào bờ</title></head>"


def settled(board: Board) -> list[Role | None]:
    settle_headline(board)
    settle_story(board)
    settle_above_title(board)
    return [board.role(block.index) for block in board.blocks]


def test_a_notice_above_the_headline_is_no_story(make_board: MakeBoard) -> None:
    notice = "<p>Trang này dùng thử giao diện mới, mời bạn đọc góp ý.</p>"
    story = f"<p>{LONG}</p><p>{LONG} Đêm qua, gió đã mạnh cấp 9.</p><p>{LONG} Chiều nay mưa lớn.</p>"
    board = make_board(f"{HEAD}<body>{notice}<h1>Bão số 9 vào bờ</h1>{story}</body>", rules=False)
    assert settled(board)[:3] == [Role.CHROME, Role.TITLE, Role.BODY]


def test_a_story_above_the_headline_stays(make_board: MakeBoard) -> None:
    story = f"<p>{LONG}</p><p>{LONG} Đêm qua, gió đã mạnh cấp 9.</p>"
    board = make_board(f"{HEAD}<body>{story}<h1>Bão số 9 vào bờ</h1><p>Hết.</p></body>", rules=False)
    assert settled(board) == [Role.BODY, Role.BODY, Role.TITLE, Role.BODY]


def test_a_page_without_headline_stays_as_it_is(make_board: MakeBoard) -> None:
    assert settled(make_board(f"<p>{LONG}</p><p>{LONG} Đêm qua.</p>", rules=False)) == [Role.BODY, Role.BODY]


def test_a_dialog_above_the_headline_is_no_story_however_long(make_board: MakeBoard) -> None:
    dialog = f"<div class=modal><p>{LONG}</p><p>{LONG} Xin cảm ơn.</p></div>"
    board = make_board(f"{HEAD}<body>{dialog}<h1>Bão số 9 vào bờ</h1><p>{LONG} Hết.</p></body>", rules=False)
    assert settled(board) == [Role.CHROME, Role.CHROME, Role.TITLE, Role.BODY]


def test_a_page_that_is_a_dialog_as_a_whole_stays(make_board: MakeBoard) -> None:
    story = f"<p>{LONG}</p><p>{LONG} Đêm qua, gió đã mạnh cấp 9.</p>"
    page = f"{HEAD}<body><div class=modal>{story}<h1>Bão số 9 vào bờ</h1><p>Hết.</p></div></body>"
    assert settled(make_board(page, rules=False))[0] is Role.BODY
