"""Paragraphs that are printed twice: the first stays; of a lead told again in full, the lead stays."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import View
from cleaner.text import fold

_MIN_CHARS = 60  # a shorter sentence may be said twice on purpose


def settle_repeated_lines(board: Board, view: View) -> None:
    first: dict[str, int] = {}
    for line in view.lines:
        if board.role(line.number) not in (None, Role.SUMMARY, Role.BODY) or line.chars < _MIN_CHARS or line.bullet:
            continue
        original = first.setdefault(fold(line.text), line.number)
        if original != line.number:
            board.judge(line.number, Role.DUPLICATE_BODY, "repeat.body", f"repeats block {original}", 0.95)
