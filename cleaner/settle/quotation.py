"""The lines of one quotation, verses say: its neighbours vouch for a line that the judge doubts."""

from __future__ import annotations

from cleaner.flags import QUOTE
from cleaner.model import Role
from cleaner.settle.board import Board

_LEAST = 0.15  # the judge's probability that such a line needs at least


def settle_quotations(board: Board) -> None:
    """An unlinked doubtful line in the element of a line that is kept as a quotation is a part of it."""
    if not board.scores:
        return
    quotes = {board.parent(block) for block in board.having(Role.QUOTE)} - {-1}
    for block in board.undecided() if quotes else ():
        doubtful = board.scores[block.index] >= _LEAST
        if doubtful and block.flags & QUOTE and not block.links and board.parent(block) in quotes:
            board.judge(block.index, Role.QUOTE, "shape.quotation", "stands in one quotation with kept lines", 0.6)
