"""What stands above the headline: paths of sections, banners, notices, dialogs. The story begins under it."""

from __future__ import annotations

from cleaner.flags import hint_bits
from cleaner.model import BODY_ROLES, Role
from cleaner.settle.board import Board

_MOST = 0.25  # share of the story's characters; with more above it, the headline is of something else
_POPUP = hint_bits("popup")
_OPEN = ("judge.story", "shape.group")


def settle_above_title(board: Board) -> None:
    title = next(iter(board.having(Role.TITLE)), None)
    story = board.having(*BODY_ROLES)
    above = [block for block in story if title and block.index < title.index]
    popups = [block for block in above if title and block.near & ~title.near & _POPUP]
    size = sum(len(block.text) for block in above) - sum(len(block.text) for block in popups)
    for block in popups if size >= _MOST * sum(len(block.text) for block in story) else above:
        verdict = board.verdicts[block.index]
        if verdict is not None and verdict.rule in _OPEN:
            board.judge(block.index, Role.CHROME, "shape.above-title", "stands above the headline", 0.7)
