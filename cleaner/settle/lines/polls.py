"""A poll among or behind the story: a question, its answers one a line, and the button that a rule knows."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import Line, View

_BUTTON = ".poll"  # how the names of the rules for its buttons end
_FEWEST, _MOST = 2, 12  # answers
_MAX_ANSWER, _MAX_QUESTION = 70, 200  # characters


def settle_polls(board: Board, view: View) -> None:
    for line in view.lines:
        verdict = board.verdicts[line.number]
        if verdict is not None and verdict.rule.endswith(_BUTTON):
            for asked in _asked(board, view, line.number):
                board.judge(asked.number, Role.CHROME, "shape.poll", f"of the poll above block {line.number}", 0.75)


def _asked(board: Board, view: View, button: int) -> list[Line]:
    """The answers above the button and their question; none where there is no question."""
    answers: list[Line] = []
    for line in reversed(view.lines[max(0, button - _MOST - 1) : button]):
        if board.role(line.number) is not None:
            break
        if line.stop == "?" and line.chars <= _MAX_QUESTION:
            return [line, *answers] if len(answers) >= _FEWEST else []
        if line.stop in (".", "?", ":") or line.chars > _MAX_ANSWER:
            break
        answers.append(line)
    return []
