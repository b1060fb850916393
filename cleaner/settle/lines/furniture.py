"""Lines that no reader reads: ornaments, buttons of one letter, bare addresses."""

from __future__ import annotations

import re

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import Line, View

_ADDRESS = re.compile(r"^<?(?:https?://|www\.)\S+>?$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|mp4|m3u8|mp3|css|js)(?:[?#]\S*)?>?$", re.IGNORECASE)
_BUTTON_WORDS = 4
_INITIALS = re.compile(r"^(?:[^\W\d_]\.){1,3}[^\W\d_]\.?$")


def settle_furniture(board: Board, view: View) -> None:
    for line in view.lines:
        if board.role(line.number) is not None:
            continue
        if not line.words:
            board.judge(line.number, Role.CHROME, "shape.no-words", "holds no letter and no digit", 0.95)
        elif _is_button(line):
            board.judge(
                line.number, Role.CHROME, "shape.single-letters", "single letters, as on a font-size button", 0.8
            )
        elif _ADDRESS.match(line.text):
            _settle_address(board, line.number, line.text)


def _is_button(line: Line) -> bool:
    """Letters with spaces or signs between them; with dots they are somebody's initials."""
    few = 1 < len(line.words) <= _BUTTON_WORDS and all(len(word) == 1 and word.isalpha() for word in line.words)
    return few and not _INITIALS.match(line.text)


def _settle_address(board: Board, index: int, text: str) -> None:
    if _FILE.search(text):
        board.judge(index, Role.CHROME, "shape.file-address", "the address of a file", 0.9)
    else:
        board.judge(index, Role.SOURCE_URL, "shape.address", "the line is an address", 0.9)
