"""Regular expressions of rules: written out, parsed, refused when they can run away."""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, groupby
from typing import Any

from cleaner.rulebook.pattern import Pattern

# The standard library's own parse tree; private, but the only exact reading of a pattern there is.
_parser: Any = importlib.import_module("re._parser")
_MANY = 32  # a repeat with a higher bound counts as unbounded
_TERM = re.compile(r"(?<!\\p)\{([a-z_]+)\}")
_CATEGORY = re.compile(r"\\p\{(L[ul])\}")
#: Latin of Europe and Vietnam, Greek, Cyrillic. Larger sets only slow the loading.
_ALPHABETS = (range(0x41, 0x180), range(0x1A0, 0x1B1), range(0x370, 0x3D0), range(0x400, 0x460), range(0x1EA0, 0x1EFA))


def _ranges(category: str) -> str:
    """The letters of a Unicode category, as the inside of a character class."""
    codes = [code for code in chain(*_ALPHABETS) if unicodedata.category(chr(code)) == category]
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" if len(run) > 1 else chr(run[0]) for run in runs)


_CASES = {category: _ranges(category) for category in ("Lu", "Ll")}
Tree = list[tuple[str, Any]]  # (name of the operation, its argument) in order
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def expand(source: str, terms: Mapping[str, str]) -> str:
    """The pattern with `{term}` written out as a group, and \\p{Lu}, \\p{Ll} as the letters they stand for.

    >>> expand("^{who}: [ab]{2}$", {"who": "he|she"})
    '^(?:he|she): [ab]{2}$'
    """
    written = _TERM.sub(lambda match: f"(?:{_term(match[1], terms)})", source)
    return _CATEGORY.sub(lambda match: _CASES[match[1]], written)


def _term(name: str, terms: Mapping[str, str]) -> str:
    if name not in terms:
        raise ValueError(f"{{{name}}} is not among this file's terms")
    return terms[name]


def checked_pattern(source: str) -> Pattern:
    """The pattern; ValueError when it is not one, or when its structure can backtrack forever.

    Refused: a repeat inside an unbounded repeat, back-references, a look behind of no fixed width, a pattern that
    matches nothing.
    """
    try:
        least_width, _ = _tree(source).getwidth()
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    _refuse_nested(parsed(source), inside=False)
    pattern = Pattern(source)
    if not least_width and pattern.search(""):
        raise ValueError("matches the empty text")
    return pattern


def parsed(source: str) -> Tree:
    """The parse tree of a pattern. Raises re.error."""
    return items(_tree(source))


@lru_cache(maxsize=4096)
def _tree(source: str) -> Any:
    return _parser.parse(source)


def forget_trees() -> None:
    """Drop what was parsed: a hundred thousand small objects that each full garbage collection would visit."""
    _tree.cache_clear()


def items(tree: Any) -> Tree:
    """The same for a part of a parse tree."""
    return [(str(operation), argument) for operation, argument in tree]


def parts(name: str, argument: Any) -> Iterator[Tree]:
    """The sub-patterns of one item of a parse tree."""
    if name == "BRANCH":
        yield from map(items, argument[1])
    elif name == "ATOMIC_GROUP":
        yield items(argument)
    elif name == "SUBPATTERN":
        yield items(argument[-1])
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield items(argument[1])
    elif name in REPEATS:
        yield items(argument[2])


def _refuse_nested(tree: Tree, inside: bool) -> None:
    for name, argument in tree:
        if name.startswith("GROUPREF"):
            raise ValueError("back-references are not supported")
        if name in ("ASSERT", "ASSERT_NOT"):
            _refuse_wide(*argument)
        unbounded = inside
        if name in REPEATS:
            low, high = argument[:2]
            if inside and low != high:
                raise ValueError("a repeat inside an unbounded repeat can run forever; give the outer one a bound")
            unbounded = inside or int(high) > _MANY
        for part in parts(name, argument):
            _refuse_nested(part, unbounded)


def _refuse_wide(direction: int, tree: Any) -> None:
    """What stands behind must be of one width, as the compiler would say later."""
    low, high = tree.getwidth()
    if direction < 0 and low != high:
        raise ValueError("not a regular expression: look-behind requires fixed-width pattern")
