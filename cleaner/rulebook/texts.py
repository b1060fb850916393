"""All text conditions of the rulebook, to be asked once for each block.

Most blocks match nothing, so the work is in saying no quickly: labels and patterns are filed by the
first letters of the line, other patterns by texts that they must contain, which one automaton (Aho and
Corasick 1975, https://doi.org/10.1145/360825.360855) looks for all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cleaner.rulebook.clauses import Clause
from cleaner.rulebook.conditions import LINKED
from cleaner.rulebook.pattern import Pattern
from cleaner.rulebook.rule import Rule
from cleaner.text import BULLETS, fold_label

LABEL_KEY = 6  # letters of a label, from its beginning or its end
LONGER, SHORTER = 3, 2  # letters that a pattern begins with
LONG = 4096  # characters; a list of all that is met in a longer text may take a hundred times its size


class Guarded(NamedTuple):
    """A rule's pattern with what is to be tested before it: the text's length, and clauses."""

    rule: Rule
    min_chars: int
    max_chars: int
    clauses: tuple[Clause, ...]
    pattern: Pattern


class Needing:
    """Patterns that must contain one of some texts; one pass over a block finds all of these that stand in it.

    filed: by such a text, the patterns that it may open, without the clause it is of.
    long: those of all patterns, with all their clauses, that may hold for a text longer than LONG.
    """

    def __init__(self, filed: Mapping[str, tuple[Guarded, ...]], long: tuple[Guarded, ...]) -> None:
        self._given = filed, long
        self._automaton, self._filed, self._long = AhoCorasick(filed), tuple(filed.values()), long

    def __reduce__(self) -> tuple[type[Needing], tuple[object, ...]]:
        """An automaton cannot be sent to another process; it is built there again, in milliseconds."""
        return Needing, self._given

    def passing(self, text: str) -> list[Rule]:
        """The rules that may hold for a text, each once."""
        if len(text) > LONG:
            return _passing(self._long, text)
        met = {number for number, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}
        if not met:
            return []
        if len(met) == 1:
            return _passing(self._filed[met.pop()], text)
        return list(dict.fromkeys(_passing([one for number in met for one in self._filed[number]], text)))


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Rules without selectors, each filed under its most selective text condition."""

    keys: frozenset[str]  # the first letters of any line or start, folded
    lines: Mapping[str, tuple[Rule, ...]]
    line_limit: int  # no longer text can equal a line
    starts: Mapping[str, tuple[Rule, ...]]  # by their first letters, folded
    ends: Mapping[str, tuple[Rule, ...]]  # by their last letters, folded
    heads: Mapping[str, tuple[Guarded, ...]]  # patterns by their first letters as printed
    needing: Needing  # other patterns by texts that they must contain
    others: Mapping[tuple[bool, bool], tuple[Guarded, ...]]  # all that are left, by: text is linked, text is ASCII

    def __reduce__(self) -> tuple[type[TextIndex], tuple[object, ...]]:
        """What it is made from; compiled, a frozen class cannot be filled field by field."""
        return TextIndex, tuple(getattr(self, field.name) for field in fields(self))

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
        return found + self.needing.passing(text) + _passing(self.others[link_share >= LINKED, text.isascii()], text)

    def _labelled(self, text: str, key: str) -> tuple[Rule, ...]:
        starts = self.starts.get(key, ())
        return starts + self.lines.get(fold_label(text), ()) if len(text) <= self.line_limit else starts


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
