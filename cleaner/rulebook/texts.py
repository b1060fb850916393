"""All text conditions of the rulebook, to be asked once for each block.

Most blocks match nothing, so the work is in saying no quickly: labels and patterns are filed by the
first two letters of the line, other patterns by texts that they must contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.rulebook.clauses import Clause
from cleaner.rulebook.conditions import BULLETS, LINKED
from cleaner.rulebook.pattern import Pattern
from cleaner.rulebook.rule import Rule
from cleaner.text import fold_label

LABEL_KEY = 6  # letters of a label, from its beginning or its end
LONGER, SHORTER = 3, 2  # letters that a pattern begins with
LETTERS_BEFORE = 2  # that a sign is looked up with, besides by itself


class Guarded(NamedTuple):
    """A rule's pattern with what is to be tested before it: the text's length, and clauses."""

    rule: Rule
    min_chars: int
    max_chars: int
    clauses: tuple[Clause, ...]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Rules without selectors, each filed under its most selective text condition."""

    keys: frozenset[str]  # the first letters of any line or start, folded
    lines: Mapping[str, tuple[Rule, ...]]
    line_limit: int  # no longer text can equal a line
    starts: Mapping[str, tuple[Rule, ...]]  # by their first letters, folded
    ends: Mapping[str, tuple[Rule, ...]]  # by their last letters, folded
    heads: Mapping[str, tuple[Guarded, ...]]  # patterns by their first letters as printed
    marks: Mapping[str, tuple[Guarded, ...]]  # other patterns by a sign they hold, or it and two letters before
    any_mark: re.Pattern[str]
    windowed: frozenset[str]  # the signs of the latter
    others: Mapping[tuple[bool, bool], tuple[Guarded, ...]]  # all that are left, by: text is linked, text is ASCII

    def candidates(self, text: str, link_share: float = 0.0) -> list[Rule]:
        """The rules that may hold for a block with this text (NFC, white space collapsed)."""
        found: list[Rule] = []
        key = text.strip(BULLETS)[:LABEL_KEY].casefold()[:LABEL_KEY]
        if key in self.keys:
            found += self._labelled(text, key)
        key = text[-LABEL_KEY:].casefold()[-LABEL_KEY:]
        if key in self.ends:
            found += self.ends[key]
        longer, shorter = text[:LONGER], text[:SHORTER]
        if longer in self.heads:
            found += _passing(self.heads[longer], text)
        if shorter in self.heads and shorter != longer:
            found += _passing(self.heads[shorter], text)
        marks = self.any_mark.findall(text)
        if marks:
            found += self._marked(text, marks)
        return found + _passing(self.others[link_share >= LINKED, text.isascii()], text)

    def _labelled(self, text: str, key: str) -> tuple[Rule, ...]:
        starts = self.starts.get(key, ())
        return starts + self.lines.get(fold_label(text), ()) if len(text) <= self.line_limit else starts

    def _marked(self, text: str, marks: list[str]) -> list[Rule]:
        keys = set(marks)
        for sign in keys & self.windowed:
            keys.update(piece[-LETTERS_BEFORE:] + sign for piece in text.split(sign)[:-1])
        guarded = [one for key in keys if key in self.marks for one in self.marks[key]]
        return list(dict.fromkeys(_passing(guarded, text))) if guarded else []


def _passing(guarded: Iterable[Guarded], text: str) -> list[Rule]:
    """The rules whose length fits, whose clauses all hold and whose pattern is found."""
    size = len(text)
    found: list[Rule] = []
    for rule, low, high, tests, pattern in guarded:
        if low <= size <= high:
            for clause in tests:
                for needle in clause:
                    if needle in text:
                        break
                else:
                    break
            else:
                if pattern.search(text):
                    found.append(rule)
    return found
