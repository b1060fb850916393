"""Regular expressions of rules: written out, parsed, refused when they can run away."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cleaner.rulebook.pattern import Pattern
from cleaner.rulebook.tree import CASES, REPEATS, Tree, parsed, parts

_MANY = 32  # a repeat with a higher bound counts as unbounded
_TERM = re.compile(r"(?<!\\p)\{([a-z_]+)\}")
_CATEGORY = re.compile(r"\\p\{(L[ul])\}")


def expand(source: str, terms: Mapping[str, str]) -> str:
    """The pattern with `{term}` written out as a group, and \\p{Lu}, \\p{Ll} as the letters they stand for.

    >>> expand("^{who}: [ab]{2}$", {"who": "he|she"})
    '^(?:he|she): [ab]{2}$'
    """
    written = _TERM.sub(lambda match: f"(?:{_term(match[1], terms)})", source)
    return _CATEGORY.sub(lambda match: CASES[match[1]], written)


def _term(name: str, terms: Mapping[str, str]) -> str:
    if name not in terms:
        raise ValueError(f"{{{name}}} is not among this file's terms")
    return terms[name]


def checked_pattern(source: str) -> Pattern:
    """The pattern; ValueError when it is not one, or when its structure can backtrack forever.

    Refused: a repeat inside an unbounded repeat, back-references, named groups, a look behind of no fixed width, a
    pattern that matches nothing.
    """
    if "(?P<" in source:
        raise ValueError("groups have no names: nothing reads them; write (?:...)")
    try:
        least, tree = parsed(source)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    _refuse_nested(tree, inside=False)
    pattern = Pattern(source)
    if not least and pattern.search(""):
        raise ValueError("matches the empty text")
    return pattern


def _refuse_nested(tree: Tree, inside: bool) -> None:
    for name, argument in tree:
        if name.startswith("GROUPREF"):
            raise ValueError("back-references are not supported")
        unbounded = inside
        if name in REPEATS:
            low, high = argument[:2]
            if inside and low != high:
                raise ValueError("a repeat inside an unbounded repeat can run forever; give the outer one a bound")
            unbounded = inside or int(high) > _MANY
        for part in parts(name, argument):
            _refuse_nested(part, unbounded)
