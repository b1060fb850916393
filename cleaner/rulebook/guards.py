"""Cheap tests that a text must pass before a pattern is tried on it, derived from the pattern.

A clause is a tuple of texts one of which stands in every match; a beginning is what a match can
start with. Both are read from the parse tree of the standard library's `re`.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from math import prod
from typing import Any

from cleaner.rulebook.regex import REPEATS, items, parsed, parts

Clause = tuple[str, ...]
Tree = list[tuple[str, Any]]
_MAX_TEXTS = 100  # a clause with more texts than this costs more than it saves
_MAX_BEGINNINGS = 6000
_MAX_RANGE = 400
_DIGITS = "0123456789"
_BLOCK = 60  # characters of a common block
_GOING_ON = 15.0  # what the pattern costs, counted in tests of one text
_ALWAYS = 0.9
_END = "\n"  # closes a beginning that is shorter than asked


def clauses(source: str) -> tuple[Clause, ...]:
    """All clauses of a pattern that tell something, the cheapest and rarest first.

    >>> clauses("[Ảả]nh( tư liệu)?: [ab]$")
    ((': a', ': b'), ('Ảnh', 'ảnh'))
    """
    found = {_least(stretch) for stretch in _stretches(parsed(source))}
    telling = [clause for clause in found if _chance(clause) < _ALWAYS]
    return tuple(sorted(telling, key=lambda clause: (_cost(clause), clause)))


def _cost(clause: Collection[str]) -> float:
    """The work of testing a clause and, as often as it holds, of going on."""
    return len(clause) + _GOING_ON * _chance(clause)


def _chance(clause: Collection[str]) -> float:
    """Roughly how often it holds for a common block."""
    return min(1.0, _BLOCK * sum(prod(map(_frequency, text)) for text in clause))


def _frequency(letter: str) -> float:
    """Roughly how often a letter stands in running text."""
    if letter == " ":
        return 0.18
    if letter in "aeinothrc.,":
        return 0.06
    if letter.isalnum() or letter in '"”“':
        return 0.015
    return 0.003 if letter in ":()/-–" else 0.0005


def _least(stretch: frozenset[str]) -> Clause:
    """The stretch without texts that hold another of its texts."""
    return tuple(sorted(text for text in stretch if not any(other in text for other in stretch - {text})))


def _stretches(tree: Tree) -> list[frozenset[str]]:
    """Each run of literals in a sequence as the set of the texts it can be, and those of its parts."""
    stretches: list[frozenset[str]] = []
    run: frozenset[str] = frozenset({""})
    for name, argument in tree:
        texts = _texts(name, argument)
        if texts and len(run) * len(texts) <= _MAX_TEXTS:
            run = frozenset(head + text for head, text in product(run, texts))
            continue
        stretches.append(run)
        run = texts or frozenset({""})
        stretches += _inner(name, argument)
    stretches.append(run)
    return [stretch for stretch in stretches if "" not in stretch]


def _texts(name: str, argument: Any) -> frozenset[str]:
    """All that one item stands for, when that is few texts; else nothing."""
    if name == "LITERAL":
        return frozenset({chr(argument)})
    if name == "IN" and len(argument) <= _MAX_TEXTS and all(op == "LITERAL" for op, _ in items(argument)):
        return frozenset(chr(code) for _, code in argument)
    if name == "MAX_REPEAT" and tuple(argument[:2]) == (0, 1):
        once = _sequence(items(argument[2]))
        return once | {""} if once else once
    if name in ("SUBPATTERN", "BRANCH"):
        choices = [_sequence(part) for part in parts(name, argument)]
        merged = frozenset[str]().union(*choices)
        return merged if all(choices) and len(merged) <= _MAX_TEXTS else frozenset()
    return frozenset()


def _sequence(tree: Tree) -> frozenset[str]:
    """All that a sequence of such items stands for."""
    run: frozenset[str] = frozenset({""})
    for name, argument in tree:
        texts = _texts(name, argument)
        if not texts or len(run) * len(texts) > _MAX_TEXTS:
            return frozenset()
        run = frozenset(head + text for head, text in product(run, texts))
    return run


def _inner(name: str, argument: Any) -> list[frozenset[str]]:
    """What an item with sub-patterns must contain."""
    if name in ("SUBPATTERN", "ATOMIC_GROUP") or (name in REPEATS and argument[0]):
        return [stretch for part in parts(name, argument) for stretch in _stretches(part)]
    if name == "BRANCH":
        choices = [_stretches(part) for part in parts(name, argument)]
        if all(choices):
            merged = frozenset[str]().union(*(min(choice, key=_cost) for choice in choices))
            return [merged] if len(merged) <= _MAX_TEXTS else []
    return []


def beginnings(source: str, size: int) -> frozenset[str] | None:
    """The first `size` letters of any match of a pattern that is anchored by ^; None when they are too many."""
    tree = parsed(source)
    if not tree or tree[0][0] != "AT" or str(tree[0][1]) != "AT_BEGINNING":
        return None
    try:
        found = _openings(tree[1:], size)
    except OverflowError:
        return None
    return frozenset(text.rstrip(_END) for text in found) if all(len(text) == size for text in found) else None


def _openings(tree: Tree, size: int) -> frozenset[str]:
    """What a sequence can start with, cut to `size` letters. OverflowError when that is too much."""
    found = frozenset({""})
    for name, argument in tree:
        open_ends = frozenset(text for text in found if len(text) < size)
        if not open_ends:
            break
        nexts = _first(name, argument, size - min(map(len, open_ends)))
        _refuse_many(open_ends, nexts)
        longer = {(head + tail)[:size] for head, tail in product(open_ends, nexts)}
        found = (found - open_ends) | longer
    return found


def _refuse_many(heads: Collection[str], tails: Collection[str]) -> None:
    if len(heads) * len(tails) > _MAX_BEGINNINGS:
        raise OverflowError


def _first(name: str, argument: Any, size: int) -> frozenset[str]:
    """What one item can start with."""
    if name == "LITERAL":
        return frozenset({chr(argument)})
    if name == "IN":
        return frozenset(letter for op, value in items(argument) for letter in _members(op, value))
    if name in REPEATS:
        return _repeated(argument, size)
    if name == "BRANCH" or name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return frozenset[str]().union(*(_openings(part, size) for part in parts(name, argument)))
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset({_END * size if str(argument) == "AT_END" else ""})
    raise OverflowError


def _repeated(argument: Any, size: int) -> frozenset[str]:
    low, high, body = argument
    once = last = _openings(items(body), size)
    found = once if low else once | {""}
    for _ in range(1, min(int(high), size)):
        heads = frozenset(text for text in last if len(text) < size)
        _refuse_many(heads, once)
        last = frozenset((head + tail)[:size] for head, tail in product(heads, once))
        found |= last
    return found


def _members(op: str, value: Any) -> str:
    """The letters of one member of a character class; digits are taken as 0 to 9."""
    if op == "LITERAL":
        return chr(value)
    if op == "RANGE" and value[1] - value[0] < _MAX_RANGE:
        return "".join(map(chr, range(value[0], value[1] + 1)))
    if op == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
        return _DIGITS
    raise OverflowError
