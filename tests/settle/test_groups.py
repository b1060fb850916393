"""Lists and tables are kept or left as wholes, also tables whose cells hold a paragraph each."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.claims import settle_claims
from cleaner.settle.groups import settle_groups
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

LONG = "Giá hạt tiêu ở các tỉnh vùng cao gần như không đổi ngày thứ ba liên tiếp, theo lời những đại lý thu mua."
STORY = f"<p>{LONG}</p><p>{LONG} Người trồng không vội bán.</p>"
CELLS = ("<b>Nơi mua</b>", "<b>Giá</b>", "Bản Cao", "146.500", "Bản Thấp", "145.000")


def table(*cells: str, columns: int = 2) -> str:
    rows = (cells[at : at + columns] for at in range(0, len(cells), columns))
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def settled(make_board: MakeBoard, html: str, score: float) -> Board:
    count = len(make_board(html).blocks)
    board = make_board(html, [0.9, 0.9, *[score] * (count - 2)], rules=False)
    settle_story(board)
    settle_groups(board)
    return board


def roles(board: Board) -> set[Role | None]:
    return {board.role(block.index) for block in board.blocks[2:]}


def test_a_table_of_paragraphs_is_kept_as_a_whole(make_board: MakeBoard) -> None:
    paragraphs = table(*(f"<p>{cell}</p>" for cell in CELLS))
    assert roles(settled(make_board, STORY + paragraphs, 0.25)) == {Role.TABLE}
    assert roles(settled(make_board, STORY + paragraphs, 0.1)) == {None}


def test_its_bold_cells_are_no_headings(make_board: MakeBoard) -> None:
    paragraphs = table(*(f"<p>{cell}</p>" for cell in CELLS))
    assert roles(settled(make_board, STORY + paragraphs, 0.9)) == {Role.TABLE}


@pytest.mark.parametrize(
    "layout",
    [
        table(*(f"<p>{cell}</p>" for cell in CELLS), columns=1),  # a box of lines
        table(*(f"<p>{cell}</p><p>{cell} khác</p>" for cell in CELLS)),  # a page laid out in columns
        table(*(f"<p>{cell} {LONG * 3}</p>" for cell in CELLS)),
    ],
)
def test_tables_that_lay_out_a_page_are_no_data(make_board: MakeBoard, layout: str) -> None:
    assert roles(settled(make_board, STORY + layout, 0.25)) == {None}
    assert Role.TABLE not in roles(settled(make_board, STORY + layout, 0.9))


def test_the_head_of_a_table_is_kept_with_its_body(make_board: MakeBoard) -> None:
    head = "<thead><tr><th>Item</th><th>Before</th></tr></thead>"
    rows = "<tbody><tr><td>Lettuce</td><td>$3.50</td></tr><tr><td>Flour</td><td>$9.00</td></tr></tbody>"
    board = make_board(f"<p>{'The shelves are full again. ' * 5}</p><table>{head}{rows}</table>", rules=False)
    board.scores = [0.9, 0.3, 0.3, 0.9, 0.9, 0.9, 0.9]
    settle_story(board)
    settle_groups(board)
    assert {board.role(block.index) for block in board.blocks[1:]} == {Role.TABLE}


def test_the_head_of_another_table_is_not(make_board: MakeBoard) -> None:
    head = "<table><thead><tr><th>Item</th><th>Before</th></tr></thead></table>"
    rows = "<table><tbody><tr><td>Lettuce</td><td>$3.50</td></tr><tr><td>Flour</td><td>$9.00</td></tr></tbody></table>"
    board = make_board(f"<p>{'The shelves are full again. ' * 5}</p>{head}{rows}", rules=False)
    board.scores = [0.9, 0.3, 0.3, 0.9, 0.9, 0.9, 0.9]
    settle_story(board)
    settle_groups(board)
    assert [board.role(block.index) for block in board.blocks[1:3]] == [None, None]


def test_the_head_of_a_table_goes_with_its_rows(make_board: MakeBoard) -> None:
    rows = "<tr><td>Bản Cao</td><td>146.500 đồng một ký</td></tr><tr><td>Bản Thấp</td><td>145.000 đồng một ký</td></tr>"
    head = "<thead><tr><th>Bản</th><th>Giá</th></tr></thead>"
    for scores, role in (([0.1] * 2 + [0.9] * 4, Role.TABLE), ([0.1] * 6, None)):
        board = make_board(f"{STORY}<table>{head}<tbody>{rows}</tbody></table>", [0.9, 0.9, *scores], rules=False)
        settle_story(board)
        settle_groups(board)
        assert roles(board) == {role}


WORDS = ("Gói", "Họp trực tuyến", "Gói nhỏ", "Yes", "Gói vừa", "No", "Gói lớn", "Yes")


def test_words_of_buttons_are_cells_in_a_table_of_data(make_board: MakeBoard) -> None:
    html = STORY + table(*WORDS)
    board = make_board(html, [0.9, 0.9, *[0.6, 0.6], *[0.6, 0.3] * 3])
    settle_claims(board)
    assert board.role(5) is Role.CHROME
    settle_story(board)
    settle_groups(board)
    assert roles(board) == {Role.TABLE}


def test_they_stay_buttons_where_the_table_is_no_story(make_board: MakeBoard) -> None:
    html = STORY + table("Share", "Yes", "Print", "No", "Send", "Yes")
    board = make_board(html, [0.9, 0.9, *[0.1] * 6])
    settle_claims(board)
    settle_story(board)
    settle_groups(board)
    assert Role.TABLE not in roles(board)


def test_the_head_of_a_column_that_is_a_label_elsewhere_stays(make_board: MakeBoard) -> None:
    for score, role in ((0.9, Role.TABLE), (0.1, Role.CHROME)):
        cells = ("Mã CK", "Giá", "HPG", "31.250", "MWG", "88.900")
        board = make_board(STORY + table(*cells), [0.9, 0.9, 0.02, *[score] * 5])
        settle_claims(board)
        settle_story(board)
        settle_groups(board)
        assert next(board.role(block.index) for block in board.blocks if block.text == "Mã CK") is role


def test_a_day_in_a_column_of_days_stays(make_board: MakeBoard) -> None:
    cells = ("Ngày", "Trận", "17/05/2026", "Bến Mẫu - Sông Đà, 1-1", "02/11/2025", "Sông Đà - Bến Mẫu, 0-2")
    board = make_board(STORY + table(*cells), [0.9, 0.9, 0.6, 0.6, 0.1, 0.8, 0.1, 0.8])
    settle_claims(board)
    settle_story(board)
    settle_groups(board)
    assert {board.role(block.index) for block in board.blocks[2:]} == {Role.TABLE}


def test_the_date_line_in_a_table_that_lays_out_the_page_is_no_cell_of_it(make_board: MakeBoard) -> None:
    page = (
        f"<table><tr><td>Thứ Ba, 14/11/2006</td></tr><tr><td>{LONG * 4}</td></tr><tr><td>{LONG * 4}</td></tr></table>"
    )
    board = make_board(page, [0.2, 0.9, 0.9])
    settle_claims(board)
    settle_story(board)
    settle_groups(board)
    assert board.role(0) is Role.DATE


def test_who_says_a_quotation_stays_with_it(make_board: MakeBoard) -> None:
    quote = f"<blockquote><p>{LONG}</p><cite>Bà Miền, người trồng</cite></blockquote>"
    for score, role in ((0.9, True), (0.1, False)):
        board = make_board(STORY + quote, [0.9, 0.9, score, 0.3], rules=False)
        settle_story(board)
        settle_groups(board)
        assert (board.role(3) is not None) is role
