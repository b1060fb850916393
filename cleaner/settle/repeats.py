"""Captions and paragraphs that are printed twice: the first stays, the copies say so."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board

_MIN_PARAGRAPH = 60  # a shorter sentence may be said twice on purpose


def settle_repeats(board: Board) -> None:
    _settle(board, Role.CAPTION, Role.CAPTION_DUPLICATE, 1)
    _settle(board, Role.BODY, Role.DUPLICATE_BODY, _MIN_PARAGRAPH)


def _settle(board: Board, role: Role, copy: Role, min_chars: int) -> None:
    first: dict[str, int] = {}
    for block in board.having(role):
        if len(block.text) < min_chars:
            continue
        original = first.setdefault(block.text.casefold(), block.index)
        if original != block.index:
            board.judge(block.index, copy, f"repeat.{role}", f"repeats block {original}", 0.95)
