"""A bare fragment, as an editor pastes it or as we render it: no page around the story, so all of it is story."""

from __future__ import annotations

from cleaner.flags import hint_bits
from cleaner.settle.board import Board
from cleaner.settle.story import body_role

_MAX_DEPTH = 4  # of a cell: body > table > tbody > tr > td
_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote td th figcaption aside pre".split())
_NAMED = hint_bits("lead", "caption", "box")


def settle_fragment(board: Board) -> None:
    """Keep what no rule claims when the markup holds nothing but the elements of running text."""
    if not _is_fragment(board):
        return
    for block in board.undecided():
        board.judge(
            block.index, body_role(block), "shape.fragment", "a fragment of running text, with no page around", 0.7
        )


def _is_fragment(board: Board) -> bool:
    head = board.document.head
    if head.title or head.metas or head.links or head.json_ld:
        return False
    return all(block.tag in _TAGS and block.depth <= _MAX_DEPTH and not block.hints & ~_NAMED for block in board.blocks)
