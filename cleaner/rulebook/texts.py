"""All text conditions of the rulebook, to be asked once for each block.

Most blocks match nothing, so the work is in saying no quickly: labels and patterns are filed by the
first two letters of the line, other patterns by texts that they must contain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeVar

from cleaner.rulebook.conditions import BULLETS, LINKED, has_text_condition
from cleaner.rulebook.guards import Clause, beginnings, clauses
from cleaner.rulebook.rule import Rule
from cleaner.text import fold_label

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEW_TONE = re.compile(f"([ou])([{_TONES}])([aey])")
_LABEL_KEY = 6  # letters of a label
_LONGER, _SHORTER = 3, 2  # letters that a pattern begins with; fewer when three can be too many things
_MAX_KEYS = {_LONGER: 6000, _SHORTER: 1000}  # more beginnings than this tell nothing
_BULLET_ROOM = 16  # characters that bullets and a colon may add to a label
_FEW = 2  # clauses before a pattern that its first letters already make unlikely
_UNBOUNDED = 1 << 30
_SIGN = re.compile(r"[^\w\s.,]")
_WINDOW = 3
_BEFORE_MARK = re.compile(r"(?s)..[^\w\s.,]")
K = TypeVar("K")
V = TypeVar("V")


class Guarded(NamedTuple):
    """A rule's pattern with what is to be tested before it: the text's length, and clauses."""

    rule: Rule
    min_chars: int
    max_chars: int
    clauses: tuple[Clause, ...]
    pattern: re.Pattern[str]


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
    others: tuple[Guarded, ...]  # all that are left
    linked: tuple[Guarded, ...]  # those of them that hold for a linked text as well

    def candidates(self, text: str, link_share: float = 0.0) -> list[Rule]:
        """The rules that may hold for a block with this text (NFC, white space collapsed)."""
        found: list[Rule] = []
        key = text.strip(BULLETS)[:_LABEL_KEY].casefold()[:_LABEL_KEY]
        if key in self.keys:
            found += self._labelled(text, key)
        key = text[-_LABEL_KEY:].casefold()[-_LABEL_KEY:]
        if key in self.ends:
            found += self.ends[key]
        longer, shorter = text[:_LONGER], text[:_SHORTER]
        if longer in self.heads:
            found += _passing(self.heads[longer], text)
        if shorter in self.heads and shorter != longer:
            found += _passing(self.heads[shorter], text)
        marks = self.any_mark.findall(text)
        if marks:
            found += self._marked(text, marks)
        return found + _passing(self.others if link_share < LINKED else self.linked, text)

    def _labelled(self, text: str, key: str) -> tuple[Rule, ...]:
        starts = self.starts.get(key, ())
        return starts + self.lines.get(fold_label(text), ()) if len(text) <= self.line_limit else starts

    def _marked(self, text: str, marks: list[str]) -> list[Rule]:
        keys = {*marks, *_BEFORE_MARK.findall(text)}
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


def build_text_index(rules: Iterable[Rule]) -> TextIndex:
    """The index of all rules that ask for words and for no selector."""
    asking = [rule for rule in rules if has_text_condition(rule.where) and not rule.where.selectors]
    lines = [rule for rule in asking if rule.where.line]
    starts = [rule for rule in asking if rule.where.starts and not rule.where.line]
    ends = [rule for rule in asking if rule.where.ends and not (rule.where.line or rule.where.starts)]
    patterns = [rule for rule in asking if not (rule.where.line or rule.where.starts or rule.where.ends)]
    by_line = _grouped((label, rule) for rule in lines for label in rule.where.line)
    by_start = _grouped((key, rule) for rule in starts for start in rule.where.starts for key in _first_keys(start))
    by_end = _grouped((key, rule) for rule in ends for end in rule.where.ends for key in _last_keys(end))
    heads, others = _by_beginning(patterns)
    marks, others = _by_mark(others)
    return TextIndex(
        keys=frozenset(chain(by_start, *map(_first_keys, by_line))),
        lines=by_line,
        line_limit=max(map(len, by_line), default=0) + _BULLET_ROOM,
        starts=by_start,
        ends=by_end,
        heads=heads,
        marks=marks,
        any_mark=re.compile("[" + re.escape("".join(sorted({key[-1] for key in marks}))) + "]" if marks else r"(?!)"),
        others=tuple(others),
        linked=tuple(guarded for guarded in others if guarded.rule.where.linked is not False),
    )


def _guarded(rule: Rule, pattern: re.Pattern[str], tests: tuple[Clause, ...]) -> Guarded:
    return Guarded(rule, rule.where.min_chars, rule.where.max_chars or _UNBOUNDED, tests, pattern)


def _by_beginning(rules: Iterable[Rule]) -> tuple[dict[str, tuple[Guarded, ...]], list[Guarded]]:
    """Patterns by their first letters, and those that can begin with anything."""
    heads: list[tuple[str, Guarded]] = []
    others: list[Guarded] = []
    for rule in rules:
        pattern = rule.where.pattern
        if pattern is None:
            continue
        tests = clauses(pattern.pattern)
        keys = _keys(pattern.pattern)
        if not keys:
            others.append(_guarded(rule, pattern, tests))
        else:
            heads += [(key, _guarded(rule, pattern, tests[:_FEW])) for key in sorted(keys)]
    return _grouped(heads), others


def _keys(source: str) -> frozenset[str]:
    """The first letters under which a pattern is filed; empty when it can begin with too many things."""
    for size, most in _MAX_KEYS.items():
        keys = beginnings(source, size)
        if keys is not None and len(keys) <= most:
            return keys
    return frozenset()


def _by_mark(patterns: Iterable[Guarded]) -> tuple[dict[str, tuple[Guarded, ...]], list[Guarded]]:
    """Patterns by the sign in each text of a clause, and those without such a clause.

    A text that ends in its sign is filed under its last three letters, which are rarer.
    """
    marks: list[tuple[str, Guarded]] = []
    others: list[Guarded] = []
    for guarded in patterns:
        signed = [clause for clause in guarded.clauses if all(map(_mark, clause))]
        best = max(signed, key=lambda clause: min(len(_mark(text)) for text in clause), default=())
        rest = tuple(clause for clause in guarded.clauses if clause is not best or max(map(len, clause)) > _WINDOW)
        marks += [(_mark(text), guarded._replace(clauses=rest)) for text in best]
        others += [] if best else [guarded]
    return _grouped(marks), others


def _mark(text: str) -> str:
    """The key of a text with a sign: its last three letters if it ends in one, else its first sign, else nothing."""
    if _BEFORE_MARK.fullmatch(text[-_WINDOW:]):
        return text[-_WINDOW:]
    return next(iter(_SIGN.findall(text)), "")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, each value once, in order."""
    table: dict[K, list[V]] = {}
    for key, value in pairs:
        values = table.setdefault(key, [])
        if value not in values:
            values.append(value)
    return {key: tuple(values) for key, values in table.items()}


def _first_keys(folded: str) -> set[str]:
    """The first letters, in both tone placements ("hòa" may be printed "hoà")."""
    return {folded[:_LABEL_KEY], _older(folded)[:_LABEL_KEY]}


def _last_keys(folded: str) -> set[str]:
    """The last letters, likewise."""
    return {folded[-_LABEL_KEY:], _older(folded)[-_LABEL_KEY:]}


def _older(folded: str) -> str:
    """The text with its tones on the second vowel of oa, oe, uy."""
    return unicodedata.normalize("NFC", _NEW_TONE.sub(r"\1\3\2", unicodedata.normalize("NFD", folded)))
