"""What a text must hold for a pattern to be found in it, read from the pattern's parse tree.

A clause is a tuple of texts one of which stands in every match: a cheap test before the pattern.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any

from cleaner.rulebook.tree import REPEATS, Tree, parsed, parts

Clause = tuple[str, ...]
_MAX_TEXTS = 200  # a clause with more texts than this costs more than it saves
_BLOCK = 60  # characters of a common block
_GOING_ON = 15.0  # what the pattern costs, counted in tests of one text
_CORE = 4  # letters of a common end that tell as much as the texts themselves
_ALWAYS = 0.9  # a clause that holds this often tells nothing
_NO_LATIN, _MORE_LATIN = "\u0250", ("\u1e00", "\u1eff")  # where Latin letters end; those of Vietnamese, further on


@lru_cache(maxsize=4096)  # a rulebook with one rule more asks for all of them again; all are strings
def clauses(source: str) -> tuple[Clause, ...]:
    """All clauses of a pattern that tell something, the cheapest and rarest first.

    >>> clauses("(?:Ảnh|Hình) [0-9]+:")
    (('Hình ', 'Ảnh '), ('Hình', 'Ảnh'), (':',))
    """
    found = set(map(_least, _stretches(parsed(source).tree)))
    telling = [clause for clause in found if chance(clause) < _ALWAYS]
    return tuple(sorted(telling, key=lambda clause: (_cost(clause), clause)))


@lru_cache(maxsize=4096)  # as for `clauses`
def is_foreign(source: str) -> bool:
    """Whether every match of a pattern holds a letter beyond ASCII.

    >>> is_foreign("Ảnh ?:"), is_foreign("(?:Ảnh|Photo) ?:"), is_foreign("^(?=.*[ảạ])[a-z]")
    (True, False, True)
    """
    return any(not any(map(str.isascii, stretch)) for stretch in _stretches(parsed(source).tree))


def _cost(clause: Clause | frozenset[str]) -> float:
    """The work of testing a clause and, as often as it holds, of going on."""
    return len(clause) + _GOING_ON * chance(clause)


@lru_cache(maxsize=64)  # a piece that patterns share is weighed once
def chance(clause: Clause | frozenset[str]) -> float:
    """Roughly how often it holds for a common block."""
    return min(1.0, _BLOCK * sum(prod(map(_frequency, text)) for text in clause))


@lru_cache(maxsize=4096)
def _frequency(letter: str) -> float:
    """Roughly how often a letter stands in running text."""
    if letter == " ":
        return 0.18
    if letter in "aeinothrc.,":
        return 0.06
    if letter in '"”“' or (letter.isalnum() and (letter < _NO_LATIN or _MORE_LATIN[0] <= letter <= _MORE_LATIN[1])):
        return 0.015
    return 0.003 if letter in ":()/-–" else 0.0005


@lru_cache(maxsize=64)  # as for `chance`
def _least(stretch: frozenset[str]) -> Clause:
    """The stretch without texts that hold another of its texts; what all end with, if that is long enough."""
    core = _common_end(stretch)
    if len(core) >= _CORE:
        return (core,)
    return tuple(sorted(_outermost(stretch)))


def _outermost(texts: Collection[str]) -> list[str]:
    """The texts in which none of the others stands."""
    together = "\n".join(texts)
    kept: list[str] = []
    parts: list[str] = []  # those of them that stand in others
    for text in sorted(texts, key=len):
        if not any(map(text.__contains__, parts)):
            kept.append(text)
            parts += [text] if together.count(text) > 1 else []
    return kept


def _common_end(stretch: frozenset[str]) -> str:
    shortest = min(stretch, key=len)
    ends = (shortest[at:] for at in range(len(shortest)))
    return next((end for end in ends if all(text.endswith(end) for text in stretch)), "")


def _stretches(tree: Tree) -> list[frozenset[str]]:
    """Runs of literals in a sequence, each as the set of the texts it can be, and those of its parts."""
    stretches: list[frozenset[str]] = []
    run: list[frozenset[str]] = []
    for name, argument in _flat(tree):
        texts = _texts(name, argument)
        if not texts:
            stretches += [_joined(run), *_inner(name, argument)]
            run = []
            continue
        stretches.append(texts)
        run.append(texts)
        if prod(map(len, run)) > _MAX_TEXTS:
            stretches.append(_joined(run[:-1]))
        while prod(map(len, run)) > _MAX_TEXTS:
            del run[0]
    stretches.append(_joined(run))
    return [stretch for stretch in stretches if stretch and "" not in stretch]


def _joined(run: Iterable[frozenset[str]]) -> frozenset[str]:
    """All texts that one after the other can make."""
    return frozenset(map("".join, product(*run)))


def _flat(tree: Tree) -> Iterator[tuple[str, Any]]:
    """The items of a sequence; a group's own in its place."""
    for name, argument in tree:
        if name == "SUBPATTERN":
            for part in parts(name, argument):
                yield from _flat(part)
        else:
            yield name, argument


def _texts(name: str, argument: Any) -> frozenset[str]:
    """All that one item stands for, when that is few texts; else nothing."""
    if name == "LITERAL":
        return frozenset({chr(argument)})
    if name == "IN" and len(argument) <= _MAX_TEXTS and all(op == "LITERAL" for op, _ in argument):
        return frozenset(chr(code) for _, code in argument)
    if name == "MAX_REPEAT" and tuple(argument[:2]) == (0, 1):
        once = _sequence(argument[2])
        return once | {""} if once else once
    if name in ("SUBPATTERN", "BRANCH"):
        choices = [_sequence(part) for part in parts(name, argument)]
        merged = frozenset[str]().union(*choices)
        return merged if all(choices) and len(merged) <= _MAX_TEXTS else frozenset()
    return frozenset()


def _sequence(tree: Tree) -> frozenset[str]:
    """All that a sequence of such items stands for."""
    run = [_texts(name, argument) for name, argument in tree]
    return _joined(run) if prod(map(len, run)) <= _MAX_TEXTS else frozenset()


def _inner(name: str, argument: Any) -> list[frozenset[str]]:
    """What an item with sub-patterns must contain; what is looked for ahead or behind stands in the text as well."""
    if name in ("SUBPATTERN", "ATOMIC_GROUP", "ASSERT") or (name in REPEATS and argument[0]):
        return [stretch for part in parts(name, argument) for stretch in _stretches(part)]
    if name == "BRANCH":
        choices = [_stretches(part) for part in parts(name, argument)]
        if all(choices):
            merged = frozenset[str]().union(*(min(choice, key=_cost) for choice in choices))
            return [merged] if len(merged) <= _MAX_TEXTS else []
    return []
