"""The names that one place of a page gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cleaner.metadata.offices import is_office
from cleaner.model import Author

Authors = tuple[Author, ...]
Reader = Callable[[str], Authors]  # a line of names to its people


class Line(NamedTuple):
    """A byline, printed or declared.

    rejected: why it cannot count, "" when it can. weak: an institution's, which can only stand where
    nobody else signs. guessed: of a block that no rule calls a byline; it never adds to a declared line.
    """

    authors: Authors
    raw: str
    source: str
    rejected: str = ""
    weak: bool = False
    guessed: bool = False


def gathered(read: Reader, texts: Sequence[str], source: str, guessed: bool = False) -> Line:
    """One line of all the people that several texts name, each once; an office beside a person is nobody's name."""
    found = tuple(dict.fromkeys(author for text in texts for author in read(text)))
    authors = tuple(author for author in found if not is_office(author.name)) or found
    return Line(authors, "; ".join(texts), source, "" if authors else "no name in it", guessed=guessed)
