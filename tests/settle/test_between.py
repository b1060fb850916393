"""A line between two pieces of one box belongs to the box, a sentence of the story between two buttons does not."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.between import settle_between
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

_BOX = "<p>Đăng ký nhận tin</p><p>Mỗi sáng một lá thư, đọc trong năm phút.</p><p>Nhập email của bạn</p>"


def _roles(make_board: MakeBoard, html: str, score: float) -> list[Role | None]:
    board = make_board(html, [0.1, score, 0.1], rules=False)
    for index in (0, 2):
        board.judge(index, Role.PROMO, "test.promo", "")
    settle_story(board)
    settle_between(board)
    return [board.role(block.index) for block in board.blocks]


@pytest.mark.parametrize("score", [0.2, 0.7])
def test_a_doubtful_line_between_two_pieces_of_a_box_belongs_to_it(make_board: MakeBoard, score: float) -> None:
    assert _roles(make_board, f"<div>{_BOX}</div>", score) == [Role.PROMO] * 3


def test_a_sentence_that_is_surely_story_stays(make_board: MakeBoard) -> None:
    assert _roles(make_board, f"<div>{_BOX}</div>", 0.9)[1] is Role.BODY


def test_a_line_in_another_element_stays(make_board: MakeBoard) -> None:
    first, second, third = (f"<p>{part}" for part in _BOX.split("<p>")[1:])
    html = f"<div>{first}</div><section>{second}</section><div>{third}</div>"
    assert _roles(make_board, html, 0.7)[1] is Role.BODY
