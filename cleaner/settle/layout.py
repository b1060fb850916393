"""Pages that are laid out with tables: in which of them the story stands."""

from __future__ import annotations

from cleaner.model import BODY_ROLES
from cleaner.settle.board import Board

_PARAGRAPH = 80  # characters
_MOST = 0.5


def story_table(board: Board) -> str:
    """The path of the innermost table around most of the story's paragraphs; "" where they stand in none."""
    sizes: dict[str, int] = {}
    for block in board.having(*BODY_ROLES):
        if len(block.text) >= _PARAGRAPH:
            table = _table(block.path)
            sizes[table] = sizes.get(table, 0) + len(block.text)
    best = max(sizes, key=lambda table: sizes[table], default="")
    return best if best and sizes[best] > _MOST * sum(sizes.values()) else ""


def _table(path: str) -> str:
    at = path.rfind(" > table:")
    return path[: path.find(" > ", at + 3)] if at >= 0 else ""
