"""Lines of the story at which a list of other articles has ended: spoken words, numbered headings, key words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import accumulate, takewhile
from typing import NamedTuple

from cleaner.settle.lines.view import Line, View

_MAX_KEY_WORD = 40
_MAX_SPEAKER, _MIN_SPOKEN = 30, 3
_BEGUN = 2  # paragraphs


class Bounds(NamedTuple):
    """spoken: lines of an interview. items: an item's number -> its first line. paragraphs: how many up to a line."""

    spoken: frozenset[int]
    items: Mapping[int, int]
    paragraphs: tuple[int, ...]

    def is_reached(self, line: Line, label: int) -> bool:
        """Whether the line behind the label of that number is the story's again."""
        before = self.items.get((item(line) or 0) - 1, label)
        return line.number in self.spoken or before < label or _is_key_word(line)

    def is_story_over(self, label: int) -> bool:
        """A label above nearly all of the story opens no list at its end, whatever its words."""
        above = self.paragraphs[label]
        return above >= _BEGUN or above >= self.paragraphs[-1] - above


def find_bounds(view: View) -> Bounds:
    items: dict[int, int] = {}
    for line in view.lines:
        number = item(line)
        if number is not None:
            items.setdefault(number, line.number)
    return Bounds(_spoken(view), items, tuple(accumulate(line.is_paragraph for line in view.lines)))


def item(line: Line) -> int | None:
    """The number with which an item or numbered heading begins."""
    digits = "".join(takewhile(str.isdecimal, line.text)) if line.bullet else ""
    return int(digits) if digits else None


def _spoken(view: View) -> frozenset[int]:
    """Lines that begin with somebody's name and a colon, as several do."""
    speakers = {line.number: line.text.partition(": ")[0] for line in view.lines if ": " in line.text[:_MAX_SPEAKER]}
    times = Counter(speakers.values())
    return frozenset(number for number, speaker in speakers.items() if times[speaker] >= _MIN_SPOKEN)


def _is_key_word(line: Line) -> bool:
    """A few words of which the first has a small letter: no title has."""
    return line.text[0].islower() and not line.stop and line.chars <= _MAX_KEY_WORD
