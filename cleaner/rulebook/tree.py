"""The parse tree of a pattern, made once and in plain tuples."""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain, groupby
from typing import Any, NamedTuple

# The standard library's own parser; private, but the only exact reading of a pattern there is.
_parser: Any = importlib.import_module("re._parser")
#: Latin of Europe and Vietnam, Greek, Cyrillic. Larger sets only slow the loading.
_ALPHABETS = (range(0x41, 0x180), range(0x1A0, 0x1B1), range(0x370, 0x3D0), range(0x400, 0x460), range(0x1EA0, 0x1EFA))
Item = tuple[str, Any]  # the name of an operation, and its argument
Tree = tuple[Item, ...]
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _ranges(category: str) -> str:
    """The letters of a Unicode category, as the inside of a character class."""
    codes = [code for code in chain(*_ALPHABETS) if unicodedata.category(chr(code)) == category]
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" if len(run) > 1 else chr(run[0]) for run in runs)


#: What \\p{Lu} and \\p{Ll} stand for.
CASES = {category: _ranges(category) for category in ("Lu", "Ll")}
# Both are long and stand in most patterns, so the parser is shown signs that are no characters in their place; two
# each, since it takes a class of one sign for the sign itself.
_BEHIND = "\ufddf"
_STAND_INS = {chr(0xFDD0 + number): letters for number, letters in enumerate(CASES.values())}


class Parsed(NamedTuple):
    """least: characters of the shortest match."""

    least: int
    tree: Tree


@lru_cache(maxsize=4096)
def parsed(source: str) -> Parsed:
    """The parse tree of a pattern. Raises re.error."""
    for sign, letters in _STAND_INS.items():
        source = source.replace(letters, sign + _BEHIND)
    tree = _parser.parse(source)
    return Parsed(tree.getwidth()[0], _plain(tree))


def forget_trees() -> None:
    """Drop what was parsed: a hundred thousand small objects that each full garbage collection would visit."""
    parsed.cache_clear()


def parts(name: str, argument: Any) -> tuple[Tree, ...]:
    """The sub-patterns of one item of a parse tree."""
    if name == "BRANCH":
        return tuple(argument)
    if name in ("ATOMIC_GROUP", "SUBPATTERN"):
        return (argument,)
    if name in ("ASSERT", "ASSERT_NOT"):
        return (argument[1],)
    return (argument[2],) if name in REPEATS else ()


def _plain(tree: Any) -> Tree:
    return tuple(
        (operation.name, _PLAIN[operation.name](argument) if operation.name in _PLAIN else argument)
        for operation, argument in tree.data
    )


def _letter(code: int) -> int:
    if chr(code) in _STAND_INS:
        raise re.error(r"\p{Lu} and \p{Ll} stand in square brackets")
    return code


def _members(members: Iterable[Item]) -> Tree:
    """The members of a class, with the letters that a sign stands for."""
    return tuple(chain.from_iterable(map(_member, members)))


def _member(member: Any) -> Tree:
    operation, value = member
    if operation.name == "LITERAL":
        return _LETTERS.get(chr(value), (("LITERAL", value),))
    if operation.name == "RANGE" and any(chr(end) in _LETTERS for end in value):
        raise re.error(r"no range ends in \p{Lu} or \p{Ll}")
    return ((operation.name, value.name if operation.name == "CATEGORY" else value),)


def _around(argument: Any) -> tuple[int, Tree]:
    """What is looked for ahead or behind, with its direction."""
    direction, tree = argument
    low, high = tree.getwidth()
    if direction < 0 and low != high:  # as the compiler would say later
        raise re.error("look-behind requires fixed-width pattern")
    return direction, _plain(tree)


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "LITERAL": _letter,
    "NOT_LITERAL": _letter,
    "IN": _members,
    "AT": lambda place: place.name,
    "BRANCH": lambda branch: tuple(map(_plain, branch[1])),
    "ATOMIC_GROUP": _plain,
    "SUBPATTERN": lambda group: _plain(group[-1]),
    "ASSERT": _around,
    "ASSERT_NOT": _around,
    **dict.fromkeys(REPEATS, lambda repeat: (*repeat[:2], _plain(repeat[2]))),
}
_LETTERS: dict[str, Tree] = {_BEHIND: ()}
_LETTERS |= {sign: _plain(_parser.parse(f"[{letters}]"))[0][1] for sign, letters in _STAND_INS.items()}
