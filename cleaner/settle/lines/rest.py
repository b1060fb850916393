"""What is left is the story."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import View


def settle_rest(board: Board, view: View) -> None:
    for line in view.lines:
        if board.role(line.number) is None:
            evidence = "prose" if line.is_paragraph else "stands among the story's paragraphs"
            board.judge(line.number, Role.BODY, "shape.paragraph", evidence, 0.85 if line.is_paragraph else 0.6)
