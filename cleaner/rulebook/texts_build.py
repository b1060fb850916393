"""The index of text conditions, made from all rules: each filed under what is quickest to look up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from cleaner.rulebook.beginnings import beginnings
from cleaner.rulebook.clauses import Clause, chance, clauses, is_foreign
from cleaner.rulebook.conditions import has_text_condition
from cleaner.rulebook.pattern import Pattern
from cleaner.rulebook.rule import Rule
from cleaner.rulebook.texts import LABEL_KEY, LONG, LONGER, SHORTER, Guarded, Needing, TextIndex

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OLD_TONE = re.compile(f"([ou])([{_TONES}])([aey])")
_MAX_KEYS = {LONGER: 6000, SHORTER: 1000}  # more beginnings than this tell nothing
_BULLET_ROOM = 16  # characters that bullets and a colon may add to a label
_FEW = 2  # clauses before a pattern that its first letters already make unlikely
_UNBOUNDED = 1 << 30
K = TypeVar("K")
V = TypeVar("V")


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
    needing, others = _by_need(others)
    return TextIndex(
        keys=frozenset(chain(by_start, *map(_first_keys, by_line))),
        lines=by_line,
        line_limit=max(map(len, by_line), default=0) + _BULLET_ROOM,
        starts=by_start,
        ends=by_end,
        heads=heads,
        needing=needing,
        others={(linked, ascii): _left(others, linked, ascii) for linked in (False, True) for ascii in (False, True)},
    )


def _left(others: Iterable[Guarded], linked: bool, ascii: bool) -> tuple[Guarded, ...]:
    """Those that may hold for a text that is linked or not, and for one of ASCII or any."""
    return tuple(
        guarded
        for guarded in others
        if not (linked and guarded.rule.where.linked is False) and not (ascii and is_foreign(guarded.pattern.pattern))
    )


def _guarded(rule: Rule, pattern: Pattern, tests: tuple[Clause, ...]) -> Guarded:
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
            guarded = _guarded(rule, pattern, tests[:_FEW])
            heads += [(key, guarded) for key in keys]
    return _grouped(heads), others


@lru_cache(maxsize=4096)  # as for `clauses`
def _keys(source: str) -> frozenset[str]:
    """The first letters under which a pattern is filed; empty when it can begin with too many things."""
    for size, most in _MAX_KEYS.items():
        keys = beginnings(source, size)
        if keys is not None and len(keys) <= most:
            return keys
    return frozenset()


def _by_need(patterns: Collection[Guarded]) -> tuple[Needing, list[Guarded]]:
    """Patterns by the texts of their most telling clause, and those without any clause."""
    needs: list[tuple[str, Guarded]] = []
    others: list[Guarded] = []
    for guarded in patterns:
        if not guarded.clauses:
            others.append(guarded)
            continue
        best = min(guarded.clauses, key=chance)
        left = guarded._replace(clauses=tuple(clause for clause in guarded.clauses if clause is not best))
        needs += [(text, left) for text in best]
    long = tuple(guarded for guarded in patterns if guarded.clauses and guarded.max_chars > LONG)
    return Needing(_grouped(needs), long), others


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, each value once, in order; equal groups are one object, as there are thousands of keys."""
    table: dict[K, tuple[V, ...]] = {}
    longer: dict[tuple[int, int], tuple[V, ...]] = {}  # a group and a value, by identity: the group with the value
    for key, value in pairs:
        group = table.get(key, ())
        if not any(one is value for one in group):
            table[key] = longer.get((id(group), id(value))) or longer.setdefault(
                (id(group), id(value)), (*group, value)
            )
    return table


def _first_keys(folded: str) -> set[str]:
    """The first letters, in both tone placements ("hòa" may be printed "hoà")."""
    return {folded[:LABEL_KEY], _newer(folded)[:LABEL_KEY]}


def _last_keys(folded: str) -> set[str]:
    """The last letters, likewise."""
    return {folded[-LABEL_KEY:], _newer(folded)[-LABEL_KEY:]}


def _newer(folded: str) -> str:
    """The text with its tones on the second vowel of oa, oe, uy."""
    return unicodedata.normalize("NFC", _OLD_TONE.sub(r"\1\3\2", unicodedata.normalize("NFD", folded)))
