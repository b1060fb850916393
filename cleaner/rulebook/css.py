"""The CSS selectors that rules may use, compiled to a test of one element.

selectolax's `css_matches` says whether anything *inside* a node matches; the walk needs to know
whether the node itself does, for a handful of candidates, without compiling anything again.
Supported: type, class, id and attribute selectors, `:not(...)` of one compound, and the four
combinators. Grammar: https://www.w3.org/TR/selectors-4/#grammar
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_TOKEN = re.compile(
    r"""(?P<not>:not\((?P<inner>[^()]*)\))
      | (?P<class>\.(?P<class_name>[\w-]+))
      | (?P<id>\#(?P<id_name>[\w-]+))
      | \[(?P<attr>[\w:-]+)(?:(?P<op>[~^$*|]?=)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w-]+)))?\]
      | (?P<combinator>\ *[>+~]\ *|\ +)
      | (?P<tag>[a-zA-Z][\w-]*|\*)""",
    re.VERBOSE,
)
_EMPTY = LexborHTMLParser("")


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
        if not all(part.name in have and part.holds(have[part.name] or "") for part in self.attributes):
            return False
        return not any(part.holds(node) for part in self.excluded)


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


def compile_selector(source: str) -> Selector:
    """The selector, checked; ValueError says what is wrong with it."""
    try:
        _EMPTY.css(source)
    except SelectolaxError as error:
        raise ValueError(f"not a CSS selector: {source!r}") from error
    compounds: list[Compound] = [Compound()]
    combinators: list[str] = []
    for token in _tokens(source):
        if token["combinator"]:
            combinators.append(token["combinator"].strip() or " ")
            compounds.append(Compound())
        else:
            compounds[-1] = _extended(compounds[-1], token)
    return Selector(source, tuple(reversed(compounds)), tuple(reversed(combinators)))


def _tokens(source: str) -> Iterator[re.Match[str]]:
    at, text = 0, source.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"{source!r}: {text[at:]!r} is not supported (write a list instead of a comma)")
        yield token
        at = token.end()


def _extended(compound: Compound, token: re.Match[str]) -> Compound:
    """The compound with one more part."""
    if token["not"]:
        return compound._replace(excluded=(*compound.excluded, _inner(token["inner"])))
    if token["class"]:
        return compound._replace(classes=compound.classes | {token["class_name"]})
    if token["id"]:
        return compound._replace(id=token["id_name"])
    if token["tag"]:
        return compound._replace(tag="" if token["tag"] == "*" else token["tag"].lower())
    value = token["double"] or token["single"] or token["bare"] or ""
    part = Attribute(token["attr"].lower(), token["op"] or "", value)
    return compound._replace(attributes=(*compound.attributes, part))


def _inner(source: str) -> Compound:
    selector = compile_selector(source)
    if selector.combinators:
        raise ValueError(f":not({source}): one compound only")
    return selector.compounds[0]
