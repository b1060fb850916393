"""Headings with nothing under them: the label of a box that was cut, or of nothing at all."""

from __future__ import annotations

from cleaner.flags import HEADING_TAGS
from cleaner.model import BODY_ROLES, Role
from cleaner.settle.board import Board

_LABEL_CHARS = 60


def settle_tail(board: Board) -> None:
    """A heading element that is the last block of the story leads nowhere; a bold last line may be its last word."""
    story = board.having(*BODY_ROLES)
    while len(story) > 1 and story[-1].tag in HEADING_TAGS and len(story[-1].text) <= _LABEL_CHARS:
        index = story.pop().index
        board.judge(index, Role.RELATED_LABEL, "shape.orphan-heading", "a heading with no story under it", 0.7)
