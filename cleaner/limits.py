"""Bounds on one page; edges fill them from their settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """max_bytes: size of the page as sent (bytes, or characters of text); over it InputTooLarge is raised."""

    max_bytes: int = 20 * 1024 * 1024


#: How a page's memory ends: a library of C that did not look for the end answers with SystemError.
OUT_OF_MEMORY = (MemoryError, SystemError)

#: Elements or lines that a page may be cut into: so many, and one more for so many characters. Of 918 news
#: pages the one richest in tags opens 5,106 elements, the densest one for 38 characters.
_PIECES, _CHARS_EACH = 20_000, 32


def most_pieces(chars: int) -> int:
    """How many elements or lines of a page of so many characters are told apart: each costs time and memory.

    >>> most_pieces(100_000)
    23125
    """
    return _PIECES + chars // _CHARS_EACH


#: "<" in a page that a library may read again, whose time grows faster than the page; stored news pages hold 9,770 at
#: most.
_TAGS_READ_AGAIN = 20_000


def may_be_read_again(html: str, chars: int) -> bool:
    """Whether a page is small enough for a library that is to read it once more: characters, and tags.

    >>> may_be_read_again("<p>" * 9, 100), may_be_read_again("<p>" * 30_000, 100_000)
    (True, False)
    """
    return len(html) <= chars and html.count("<") <= _TAGS_READ_AGAIN
