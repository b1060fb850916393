"""A text that is told by its pictures' captions: without them hardly anything but the lead would be left."""

from __future__ import annotations

from cleaner.model import BODY_ROLES, Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import View

_STORY = frozenset((None, *BODY_ROLES))
_FEWEST = 5  # captions
_TELLING, _MEAN = 40, 70  # characters of a caption that tells, and of all of them on average
_SHARE = 0.4  # of the captions' text that paragraphs may have at most


def settle_gallery(board: Board, view: View) -> None:
    """Captions that tell become body, each with its credit; the lead is no paragraph, every story has one."""
    captions = [line for line in view.lines if board.role(line.number) is Role.CAPTION and line.chars >= _TELLING]
    told = sum(line.chars for line in captions)
    if len(captions) < _FEWEST or told < _MEAN * len(captions):
        return
    story = (line.chars for line in view.lines if board.role(line.number) in _STORY)
    if sum(story) <= _SHARE * told:
        for line in captions:
            evidence = f"one of {len(captions)} captions that tell the story"
            board.judge(line.number, Role.BODY, "shape.photo-story", evidence, 0.65)
