"""Text to selector: checked by lexbor's own parser first, then read part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.rulebook.css import Attribute, Compound, Selector

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


@lru_cache(maxsize=8192)
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
    if compounds[-1]._replace(excluded=()) == Compound():
        raise ValueError(f"{source!r} must name a tag, class, id or attribute at its right end")
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
