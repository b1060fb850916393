"""What readers wrote under the story: from the comment box's label to the end, where comments' buttons show it."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import View

_PER_BUTTON = 6  # lines of a comment: name, words, answer, hour
_BESIDE = frozenset({None, Role.COMMENT, Role.DATE, Role.BYLINE, Role.SHARE_WIDGET, Role.CAPTION})


def settle_comments(board: Board, view: View) -> None:
    """A label with no line of a button or an hour behind it may as well stand in the story, and opens nothing."""
    label = next((line.number for line in view.lines if _opens(board, view, line.number)), None)
    if label is None:
        return
    ends = _end(board, view, label)
    for line in view.lines[label + 1 : ends]:
        if board.role(line.number) in _BESIDE:
            board.judge(line.number, Role.COMMENT, "shape.comments", f"behind the comment label of block {label}", 0.75)


def _end(board: Board, view: View, label: int) -> int:
    """Where other articles begin: a label of theirs behind which nobody comments."""
    behind = [line.number for line in view.lines[label + 1 :]]
    last = max((number for number in behind if board.role(number) is Role.COMMENT), default=label)
    offers = (number for number in behind if number > last and board.role(number) is Role.RELATED_LABEL)
    return next(offers, len(view.lines))


def _opens(board: Board, view: View, number: int) -> bool:
    if board.role(number) is not Role.COMMENT or not any(line.is_paragraph for line in view.lines[:number]):
        return False
    behind = [board.role(line.number) for line in view.lines[number + 1 :]]
    buttons = sum(role in (Role.COMMENT, Role.DATE) for role in behind)
    return buttons > 0 and len(behind) <= _PER_BUTTON * buttons
