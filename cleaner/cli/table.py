"""Text in columns of a terminal, where some letters take two cells and some none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from cleaner.text import collapse

_WIDE = frozenset("WF")


def width(text: str) -> int:
    """Cells that a text takes (Unicode Standard Annex 11; combining marks take none).

    >>> width("hòa"), width("新聞")
    (3, 4)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def pad(text: str, room: int) -> str:
    """The text with spaces behind it, `room` cells wide.

    >>> pad("hòa", 5) + "|"
    'hòa  |'
    """
    return text + " " * (room - width(text))


def rows(head: Sequence[str], cells: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table with a head; every column as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(head, *cells, strict=True)]
    for row in (head, *cells):
        yield "  ".join(pad(cell, room) for cell, room in zip(row, widths, strict=True)).rstrip()


def harmless(text: str) -> str:
    """A stranger's words in one line, without what a terminal would obey rather than show.

    >>> harmless("a\\n\\x1b[2Jb")
    'a [2Jb'
    """
    return "".join(letter for letter in collapse(text) if letter.isprintable())


def fit(text: str, room: int) -> str:
    """The text, cut with an ellipsis where it is wider than `room` cells.

    >>> fit("sáng nay", 5)
    'sáng…'
    """
    if width(text) <= room:
        return text
    taken = 0
    for number, letter in enumerate(text):
        taken += _cells(letter)
        if taken > room - 1:
            return text[:number] + "…"
    return text


def _cells(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1
