"""A story that is one element whose paragraphs only line breaks part."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.broken_lines import settle_broken_lines
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

TEXT = "Thầy giáo già đứng lên, tay run run cầm viên phấn, viết lại bài toán cuối cùng năm ấy, bài thứ {}."
LAST = "Ban tổ chức cho biết sẽ lập học bổng mang tên thầy, mọi đóng góp xin gửi về địa chỉ của trường cũ."


def settled(board: Board) -> Role | None:
    settle_story(board)
    settle_broken_lines(board)
    return board.role(len(board.blocks) - 1)


def page(last: str, count: int = 4) -> str:
    return f"<div>{'<br><br>'.join([*map(TEXT.format, range(count)), last])}</div>"


def test_a_doubtful_paragraph_of_the_element_is_story(make_board: MakeBoard) -> None:
    assert settled(make_board(page(LAST), [0.9] * 4 + [0.28], rules=False)) is Role.BODY


def test_one_that_the_judge_is_sure_of_is_left_alone(make_board: MakeBoard) -> None:
    assert settled(make_board(page(LAST), [0.9] * 4 + [0.05], rules=False)) is None


def test_short_or_linked_lines_are_left_alone(make_board: MakeBoard) -> None:
    for last in ("Theo dõi chúng tôi mỗi ngày", f"{LAST} <a href=/a>Đọc thêm</a>"):
        assert settled(make_board(page(last), [0.9] * 4 + [0.28], rules=False)) is None


def test_few_paragraphs_prove_nothing(make_board: MakeBoard) -> None:
    assert settled(make_board(page(LAST, 3), [0.9] * 3 + [0.28], rules=False)) is None


def test_a_paragraph_of_another_element_is_left_alone(make_board: MakeBoard) -> None:
    html = f"{page(TEXT.format(9))}<div>{LAST}</div>"
    assert settled(make_board(html, [0.9] * 5 + [0.28], rules=False)) is None
