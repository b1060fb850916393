"""What stands between two pieces of one box, in the same container, belongs to the box."""

from __future__ import annotations

from itertools import pairwise

from cleaner.model import Block, Role
from cleaner.settle.board import Board

_SURE = 0.85  # the judge's probability from which a line is the story's own
_BOXES = (Role.PROMO, Role.AD, Role.SHARE_WIDGET, Role.COMMENT)


def settle_between(board: Board) -> None:
    """A lone block that the judge doubts, or nobody judged, between two blocks that rules give the same box role."""
    for role in _BOXES:
        for before, after in pairwise(board.having(role)):
            block = board.blocks[before.index + 1]
            if (
                after.index - before.index == 2
                and _is_open(board, block)
                and _stands_in(board, board.parent(block), before, after)
            ):
                board.judge(block.index, role, "shape.between", f"stands between two blocks of {role}", 0.7)


def _is_open(board: Board, block: Block) -> bool:
    verdict = board.verdicts[block.index]
    return verdict is None or (verdict.rule == "judge.story" and board.scores[block.index] < _SURE)


def _stands_in(board: Board, box: int, *blocks: Block) -> bool:
    """Whether the blocks stand in this container, as text of its own or as its children."""
    return all(box in (block.container, board.parent(block)) for block in blocks)
