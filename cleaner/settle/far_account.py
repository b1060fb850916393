"""Accounts of a newspaper's own fund in its side bar or at its foot, which are no part of the story."""

from __future__ import annotations

from cleaner.model import BODY_ROLES, Role
from cleaner.settle.board import Board

_OTHERS = frozenset({Role.RELATED, Role.RELATED_LABEL, Role.COMMENT, Role.LEGAL})
_SURE = 0.5  # the judge's probability from which such a line is the story's wherever it stands
_MANY = 3  # blocks that are others' between the story and such a line


def settle_far_accounts(board: Board) -> None:
    """Lines of accounts behind the story and behind what follows stories, which the judge does not take for story."""
    accounts = board.having(Role.DONATION_DETAILS)
    if not accounts or not board.scores:
        return
    gifts = {block.index for block in accounts}
    last = max((block.index for block in board.having(*BODY_ROLES) if block.index not in gifts), default=-1)
    if last < 0:
        return
    for block in accounts:
        if block.index > last and board.scores[block.index] < _SURE:
            between = range(last + 1, block.index)
            if sum(board.role(index) in _OTHERS for index in between) >= _MANY:
                board.judge(block.index, Role.PROMO, "shape.far-account", "an account behind other articles", 0.7)
