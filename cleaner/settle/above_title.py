"""What stands above the headline: paths of sections, banners, notices. The story begins under it."""

from __future__ import annotations

from cleaner.model import BODY_ROLES, Role
from cleaner.settle.board import Board

_MOST = 0.25  # share of the story's characters; with more above it, the headline is of something else
_OPEN = ("judge.story", "shape.group")


def settle_above_title(board: Board) -> None:
    title = next((block.index for block in board.having(Role.TITLE)), 0)
    story = board.having(*BODY_ROLES)
    above = [block for block in story if block.index < title]
    if sum(len(block.text) for block in above) >= _MOST * sum(len(block.text) for block in story):
        return
    for block in above:
        verdict = board.verdicts[block.index]
        if verdict is not None and verdict.rule in _OPEN:
            board.judge(block.index, Role.CHROME, "shape.above-title", "stands above the headline", 0.7)
