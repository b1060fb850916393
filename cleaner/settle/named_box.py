"""Boxes whose name says what they are: short lines of which the judge is not sure, in an element called newsletter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cleaner.flags import HEADING_TAGS, hint_bits
from cleaner.model import Block, Role
from cleaner.settle.board import Board

#: Hint groups whose name no news site gives to a part of the story.
_NAMED = {"share": Role.SHARE_WIDGET, "comment": Role.COMMENT, "related": Role.RELATED, "promo": Role.PROMO}
_BITS = tuple((hint_bits(name), name, role) for name, role in _NAMED.items())
_ANY = hint_bits(*_NAMED)
_MAX_BLOCKS, _MAX_CHARS = 8, 220  # of a box, of a line in it
_SURE = 0.85  # the judge's probability from which a line is the story's own


def settle_named_boxes(board: Board) -> None:
    """On pages of news a row of such lines is no story; an element with a sure line or many of them holds one."""
    if not (board.is_news and board.scores):
        return
    named = [block for block in board.blocks if block.near & _ANY]
    for bit, name, role in _BITS if named else ():
        for box in _boxes(board, [block for block in named if block.near & bit]):
            for block in box:
                if _is_doubtful(board, block) and not (len(box) == 1 and _heads(board, block)):
                    board.judge(block.index, role, f"hint.{name}", f"in a small box whose name says “{name}”", 0.7)


def _boxes(board: Board, named: list[Block]) -> Iterator[list[Block]]:
    """Rows of such blocks, small and without a line of the story."""
    for _, row in groupby(enumerate(named), lambda pair: pair[1].index - pair[0]):
        box = [block for _, block in row]
        small = len(box) <= _MAX_BLOCKS and all(len(block.text) <= _MAX_CHARS for block in box)
        if small and all(board.scores[block.index] < _SURE for block in box):
            yield box


def _heads(board: Board, block: Block) -> bool:
    """A heading whose section the name does not reach: an element far above, "content-more", has it."""
    below = board.blocks[block.index + 1 : block.index + 2]
    return block.tag in HEADING_TAGS and any(
        board.role(other.index) is Role.BODY and board.stands_in(other, board.parent(block)) for other in below
    )


def _is_doubtful(board: Board, block: Block) -> bool:
    verdict = board.verdicts[block.index]
    return verdict is not None and verdict.rule in ("judge.story", "shape.group")
