"""Another article announced in one line, in words with which blogs close a paragraph of their own."""

from __future__ import annotations

from cleaner.model import BODY_ROLES
from cleaner.settle.board import Board


def settle_announced(board: Board) -> None:
    """What rules for pages of news say of blocks that the judge took for the story."""
    if not board.is_news:
        return
    for block in board.having(*BODY_ROLES):
        claim = next((claim for claim in board.claims[block.index] if claim.rule.where.news), None)
        if claim is not None:
            board.judge(block.index, claim.rule.role, claim.rule.id, f"{claim.evidence}, on a page of news", 0.8)
