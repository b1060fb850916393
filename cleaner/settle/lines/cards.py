"""Cards of other articles in a run of lines: (title), (title, teaser) or (caption, title, teaser)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cleaner.settle.lines.view import Line

Part = Literal["caption", "title", "summary"]
_TEASER_CHARS = (60, 700)
_TITLE_CHARS = 190


class Card(NamedTuple):
    """One offered article: its lines in page order, each with what it is of the card."""

    parts: tuple[tuple[Line, Part], ...]


def read_cards(lines: Sequence[Line], pictured: frozenset[int] = frozenset()) -> list[Card]:
    """The cards that a run of lines consists of; every line belongs to one.

    pictured: numbers of lines that a rule calls captions. A teaser is a paragraph behind a line
    that can be a title; what stands between a teaser and the next title is that card's caption,
    when the other cards of the run have one too or the line cannot be a title.
    """
    chunks = list(_chunks(lines, pictured))
    usual, times = Counter(len(chunk) for chunk in chunks).most_common(1)[0] if chunks else (0, 0)
    usual = usual if times > 1 else 0
    return [card for chunk in chunks for card in _cards_of(chunk, usual, pictured)]


def can_be_title(line: Line) -> bool:
    return line.stop in ("", "?", "!", "…") and line.chars <= _TITLE_CHARS and not line.text.endswith(")")


def can_be_teaser(line: Line) -> bool:
    return line.stop in (".", "…", "?", "!", "") and _TEASER_CHARS[0] <= line.chars <= _TEASER_CHARS[1]


def _chunks(lines: Sequence[Line], pictured: frozenset[int]) -> Iterator[list[Line]]:
    """The run cut behind every teaser: a paragraph right behind a line that can be a title."""
    chunk: list[Line] = []
    for line in lines:
        behind_title = bool(chunk) and can_be_title(chunk[-1]) and chunk[-1].number not in pictured
        chunk.append(line)
        if behind_title and line.is_paragraph and line.stop in (".", "…") and line.number not in pictured:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _cards_of(chunk: list[Line], usual: int, pictured: frozenset[int]) -> Iterator[Card]:
    """The cards of one chunk: lone titles, then the card that its teaser ends."""
    has_teaser = len(chunk) > 1 and chunk[-1].is_paragraph and can_be_title(chunk[-2])
    last = chunk[-2:] if has_teaser else chunk[-1:]
    rest = chunk[: len(chunk) - len(last)]
    if rest and (_is_caption(rest[-1], pictured) or (has_teaser and len(chunk) == usual == 3)):
        last = [rest[-1], *last]
        rest = rest[:-1]
    yield from _lone(rest, pictured)
    names: tuple[Part, ...] = ("caption", "title", "summary") if has_teaser else ("caption", "title")
    yield Card(tuple(zip(last, names[-len(last) :] if has_teaser else names[2 - len(last) :], strict=True)))


def _lone(lines: list[Line], pictured: frozenset[int]) -> Iterator[Card]:
    """Titles without a teaser, each with the caption before it."""
    caption: list[tuple[Line, Part]] = []
    for line in lines:
        if _is_caption(line, pictured):
            caption = [(line, "caption")]
        else:
            yield Card((*caption, (line, "title")))
            caption = []
    if caption:
        yield Card(tuple(caption))


def _is_caption(line: Line, pictured: frozenset[int]) -> bool:
    return line.number in pictured or not can_be_title(line)
