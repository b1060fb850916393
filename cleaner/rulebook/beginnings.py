"""The first letters of any match of a pattern, read from its parse tree."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import product
from typing import Any

from cleaner.rulebook.tree import REPEATS, Tree, parsed, parts

_MAX_BEGINNINGS = 6000
_MAX_RANGE = 400  # letters of one range in a character class
_DIGITS = "0123456789"
_END = "\n"  # closes a beginning that is shorter than asked


def beginnings(source: str, size: int) -> frozenset[str] | None:
    """The first `size` letters of any match of a pattern that is anchored by ^; None when they are too many."""
    tree = parsed(source).tree
    if not tree or tree[0][0] != "AT" or tree[0][1] != "AT_BEGINNING":
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
        return _letters(argument)
    if name in REPEATS:
        return _repeated(argument, size)
    if name == "BRANCH" or name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return frozenset[str]().union(*(_openings(part, size) for part in parts(name, argument)))
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset({_END * size if argument == "AT_END" else ""})
    raise OverflowError


def _repeated(argument: Any, size: int) -> frozenset[str]:
    low, high, body = argument
    once = last = _openings(body, size)
    found = once if low else once | {""}
    for _ in range(1, min(int(high), size)):
        heads = frozenset(text for text in last if len(text) < size)
        _refuse_many(heads, once)
        last = frozenset((head + tail)[:size] for head, tail in product(heads, once))
        found |= last
    return found


@lru_cache(maxsize=64)  # most patterns hold the class of all capitals
def _letters(members: Tree) -> frozenset[str]:
    return frozenset(letter for op, value in members for letter in _members(op, value))


def _members(op: str, value: Any) -> str:
    """The letters of one member of a character class; digits are taken as 0 to 9."""
    if op == "LITERAL":
        return chr(value)
    if op == "RANGE" and value[1] - value[0] < _MAX_RANGE:
        return "".join(map(chr, range(value[0], value[1] + 1)))
    if op == "CATEGORY" and value == "CATEGORY_DIGIT":
        return _DIGITS
    raise OverflowError
