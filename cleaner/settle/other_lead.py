"""Leads of other articles: the class that marks the lead of this one marks those on the cards around it, too."""

from __future__ import annotations

from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.text import fold


def settle_other_leads(board: Board) -> None:
    """Of all leads that rules claim, the first one behind the headline is this story's, and what stands beside it."""
    leads = board.having(Role.SUMMARY)
    title = next(iter(board.having(Role.TITLE)), None)
    if len(leads) < 2 or title is None:
        return
    own = next((block for block in leads if block.index > title.index), leads[-1])
    words = fold(own.text)
    for block in leads:
        if block is own or _is_beside(board, block, own):
            continue
        if fold(block.text) == words:
            board.judge(block.index, Role.DUPLICATE_BODY, "lead.copy", f"repeats the lead of block {own.index}", 0.9)
        else:
            evidence = f"the lead of this story is block {own.index}"
            board.judge(block.index, Role.RELATED, "lead.other.related-summary", evidence, 0.85)


def _is_beside(board: Board, block: Block, own: Block) -> bool:
    return block.container == own.container or board.parent(block) == board.parent(own)
