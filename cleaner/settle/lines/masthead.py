"""What stands between the title and the story and is neither: clocks of players, counters, words of buttons."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.signature import is_furniture
from cleaner.settle.lines.view import View

_MOST = 5  # more short lines are verse
_FURNITURE = frozenset({Role.DATE, Role.SHARE_WIDGET, Role.COMMENT, Role.SECTION, Role.BYLINE})


def settle_masthead(board: Board, view: View) -> None:
    """Short lines are furniture where a rule knows another line there as such; else they may be a heading."""
    title = next((line.number for line in view.lines if board.role(line.number) is Role.TITLE), None)
    if title is None:
        return
    story = next((line.number for line in view.lines[title + 1 :] if line.is_paragraph), title)
    between = view.lines[title + 1 : story]
    if not any(board.role(line.number) in _FURNITURE for line in between):
        return
    short = [line for line in between if board.role(line.number) is None and is_furniture(line)]
    for line in short if len(short) <= _MOST else ():
        board.judge(line.number, Role.CHROME, "shape.masthead", "a few words between title and story", 0.6)
