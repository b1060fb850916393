"""Paragraphs that were broken at a fixed width are made whole."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_MIN_PAIRS = 4  # neighbouring lines needed to speak of a width
_MIN_WIDTH, _MAX_WIDTH = 40, 140  # columns
_SPEAKS = 0.6  # share of the width from which a line may have been broken
_WRAPPED = 0.6  # share of the neighbouring lines that must have been broken because the next word was too long
_SMALL_START = 0.5  # share of these whose second line goes on in small letters
_ITEM = re.compile(r"[-–•*+●▪]\s|\d{1,2}[.)]\s")


class Span(NamedTuple):
    """A line or paragraph in the page's text: half-open offsets, and the blank lines before it."""

    start: int
    end: int
    gap: int


def unwrap(text: str, spans: list[Span]) -> list[Span]:
    """The same lines, or the paragraphs they were broken from.

    A line was broken at width w when the first word of the next line would not have fitted into it.
    """
    width = max((span.end - span.start for span in spans), default=0)
    if not (_MIN_WIDTH <= width <= _MAX_WIDTH and _is_wrapped(text, spans, width)):
        return spans
    joined = spans[:1]
    for before, after in pairwise(spans):
        if _goes_on(text, before, after, width) or _is_mid_sentence(text, before, after):
            joined[-1] = Span(joined[-1].start, after.end, joined[-1].gap)
        else:
            joined.append(after)
    return joined


def _is_wrapped(text: str, spans: list[Span], width: int) -> bool:
    """Short lines say nothing: a menu's, a table's, the last of a paragraph."""
    least = _SPEAKS * width
    neighbours = [(one, two) for one, two in pairwise(spans) if two.gap == 0 and one.end - one.start >= least]
    broken = [after for before, after in neighbours if _goes_on(text, before, after, width)]
    if len(neighbours) < _MIN_PAIRS or len(broken) < _WRAPPED * len(neighbours):
        return False
    return sum(text[after.start].islower() for after in broken) >= _SMALL_START * len(broken)


def _is_mid_sentence(text: str, before: Span, after: Span) -> bool:
    return not after.gap and text[before.end - 1] not in ".!?:" and text[after.start].islower()


def _goes_on(text: str, before: Span, after: Span, width: int) -> bool:
    if after.gap or _ITEM.match(text, after.start):
        return False
    word = text[after.start : after.end].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(word) > width
