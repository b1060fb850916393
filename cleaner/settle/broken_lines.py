"""Paragraphs that only line breaks part, in one element: where most of them are story, a doubtful one is story, too."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board

_ENOUGH = 4  # paragraphs of the element that are story, and no more than one beside them that is not
_LEAST = 0.2  # the judge's probability that the doubtful one needs at least
_MIN_CHARS = 80


def settle_broken_lines(board: Board) -> None:
    """The long, unlinked paragraphs that the judge doubts among those of one element's own text."""
    if not board.scores:
        return
    path, first = "", 0
    for block in board.blocks:
        if block.path != path:
            if block.index - first > _ENOUGH:
                _settle(board, board.blocks[first : block.index])
            path, first = block.path, block.index
    _settle(board, board.blocks[first:])


def _settle(board: Board, row: Sequence[Block]) -> None:
    kept = [block for block in row if board.role(block.index) in BODY_ROLES]
    doubtful = [block for block in row if _is_doubtful(board, block)]
    if len(kept) < _ENOUGH or len(doubtful) * _ENOUGH > len(kept):
        return
    evidence = f"one of {len(row)} paragraphs of one element, {len(kept)} of which are story"
    for block in doubtful:
        board.judge(block.index, Role.BODY, "shape.broken-lines", evidence, 0.7)


def _is_doubtful(board: Board, block: Block) -> bool:
    return (
        board.role(block.index) is None
        and board.scores[block.index] >= _LEAST
        and len(block.text) >= _MIN_CHARS
        and not block.links
    )
