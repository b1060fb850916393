"""Headings with nothing under them: the label of a box that was cut, or of nothing at all."""

from __future__ import annotations

from cleaner.flags import HEADING_TAGS
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board

_LABEL_CHARS = 60


def settle_tail(board: Board) -> None:
    """A heading element that is the last block of the story leads nowhere; a bold last line may be its last word."""
    story = board.having(*BODY_ROLES)
    while len(story) > 1 and len(story[-1].text) <= _LABEL_CHARS and _leads_nowhere(board, story[-1]):
        index = story.pop().index
        board.judge(index, Role.RELATED_LABEL, "shape.orphan-heading", "a heading with no story under it", 0.7)


def _leads_nowhere(board: Board, block: Block) -> bool:
    """A heading element, or a bold line with a colon above pictures: "Some pictures of the session:"."""
    bold = block.text.endswith(":") and block.bold_chars >= len(block.text) - 1
    behind = board.verdicts[block.index + 1 : block.index + 2]
    pictures = bold and any(verdict is not None and verdict.role is Role.CAPTION for verdict in behind)
    return block.tag in HEADING_TAGS or pictures
