"""The CSS selectors that rules may use, compiled to a test of one element.

selectolax's `css_matches` says whether anything *inside* a node matches; the walk needs to know
whether the node itself does, for a handful of candidates, without compiling anything again.
Supported: type, class, id and attribute selectors, `:not(...)` of one compound, and the four
combinators. Grammar: https://www.w3.org/TR/selectors-4/#grammar
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode


class Attribute(NamedTuple):
    """`[name]`, or `[name<op>value]` with op one of = ~= ^= $= *= |=."""

    name: str
    op: str = ""
    value: str = ""

    def holds(self, actual: str) -> bool:
        match self.op:
            case "":
                return True
            case "=":
                return actual == self.value
            case "~=":
                return self.value in actual.split()
            case "^=":
                return actual.startswith(self.value)
            case "$=":
                return actual.endswith(self.value)
            case "*=":
                return self.value in actual
            case _:
                return actual == self.value or actual.startswith(self.value + "-")


class Compound(NamedTuple):
    """What one element must be: all parts hold, none of `excluded` does."""

    tag: str = ""
    id: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[Attribute, ...] = ()
    excluded: tuple[Compound, ...] = ()

    def holds(self, node: LexborNode) -> bool:
        if self.tag and node.tag != self.tag:
            return False
        if not (self.id or self.classes or self.attributes or self.excluded):
            return True
        have = node.attributes
        if self.id and have.get("id") != self.id:
            return False
        if self.classes and not self.classes.issubset((have.get("class") or "").split()):
            return False
        for part in self.attributes:
            if part.name not in have or not part.holds(have[part.name] or ""):
                return False
        return not (self.excluded and any(part.holds(node) for part in self.excluded))


class Selector(NamedTuple):
    """A compiled selector: compounds from right to left, `combinators[i]` stands left of compound i."""

    source: str
    compounds: tuple[Compound, ...]
    combinators: tuple[str, ...]

    def selects(self, node: LexborNode) -> bool:
        """Whether it selects this very element."""
        return self._holds(node, 0)

    def _holds(self, node: LexborNode, at: int) -> bool:
        if not self.compounds[at].holds(node):
            return False
        if at == len(self.combinators):
            return True
        return any(self._holds(other, at + 1) for other in _NEIGHBOURS[self.combinators[at]](node))


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _parent(node: LexborNode) -> Iterator[LexborNode]:
    if node.parent is not None:
        yield node.parent


def _before(node: LexborNode) -> Iterator[LexborNode]:
    """Elements before it under the same parent, nearest first."""
    other = node.prev
    while other is not None:
        if (other.tag or "-")[0].isalpha():
            yield other
        other = other.prev


def _just_before(node: LexborNode) -> Iterator[LexborNode]:
    for other in _before(node):
        yield other
        return


_NEIGHBOURS = {" ": _ancestors, ">": _parent, "+": _just_before, "~": _before}
