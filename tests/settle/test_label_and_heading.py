"""Where the list under a label ends: a heading of the story, and headings of the list."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.claims import settle_claims
from cleaner.settle.labels import settle_labels
from tests.settle.conftest import MakeBoard

STORY = (
    "<p>Billetten koster nitti kroner, og elever reiser gratis. Regnskapet viser et lite overskudd i år, sier "
    "styrelederen, som er pensjonert lærer og ikke overrasket.</p>"
)
LINK = "<p><a href=/x>Her er kommunene som mister ferjen</a></p>"


def role(make_board: MakeBoard, behind: str, scores: list[float]) -> Role | None:
    board = make_board(
        f"<body><div>{STORY}<p>Les også</p>{LINK}<h2>Ingen trodde på oss</h2>{behind}</div></body>", scores
    )
    settle_claims(board)
    settle_labels(board)
    return next(board.role(block.index) for block in board.blocks if block.tag == "h2")


def test_a_sure_heading_above_the_story_ends_the_list(make_board: MakeBoard) -> None:
    assert role(make_board, STORY, [0.9, 0.1, 0.1, 0.92, 0.9]) is None


def test_a_doubtful_one_and_one_above_another_link_are_of_the_list(make_board: MakeBoard) -> None:
    assert role(make_board, STORY, [0.9, 0.1, 0.1, 0.7, 0.9]) is Role.RELATED
    assert role(make_board, LINK, [0.9, 0.1, 0.1, 0.92, 0.1]) is Role.RELATED
