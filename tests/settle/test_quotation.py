"""Lines of one quotation, of which the judge doubts some."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.quotation import settle_quotations
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

STORY = "<p>The deckhand writes a sonnet on most nights and tapes it to the inside of a locker for the crew.</p>"
VERSE = "<p>The gulls are clocked in too; they wheel and wait.</p><p>We are, all hands, eleven minutes late.</p>"


def roles(make_board: MakeBoard, body: str, scores: list[float]) -> list[Role | None]:
    board = make_board(f"<body><article>{body}</article></body>", scores, rules=False)
    settle_story(board)
    settle_quotations(board)
    return [board.role(block.index) for block in board.blocks]


def test_a_doubtful_verse_stays_with_the_one_that_is_kept(make_board: MakeBoard) -> None:
    found = roles(make_board, f"{STORY}<blockquote>{VERSE}</blockquote>{STORY}", [0.99, 0.9, 0.2, 0.99])
    assert found == [Role.BODY, Role.QUOTE, Role.QUOTE, Role.BODY]


def test_another_quotation_says_nothing_of_it(make_board: MakeBoard) -> None:
    verse, other = VERSE.split("</p>")[:2]
    body = f"{STORY}<blockquote>{verse}</p></blockquote><div><blockquote>{other}</p></blockquote></div>{STORY}"
    assert roles(make_board, body, [0.99, 0.9, 0.2, 0.99])[2] is None


def test_a_link_and_a_line_that_the_judge_refuses_are_no_verses(make_board: MakeBoard) -> None:
    linked = "<blockquote><p>The gulls wheel and wait.</p><p><a href=/a>See it on the site</a></p></blockquote>"
    assert roles(make_board, f"{STORY}{linked}{STORY}", [0.99, 0.9, 0.25, 0.99])[2] is None
    assert roles(make_board, f"{STORY}<blockquote>{VERSE}</blockquote>{STORY}", [0.99, 0.9, 0.1, 0.99])[2] is None
