"""The tags of a page, found without a parser: what the bounds count and drop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: The name of every tag, "/" before it where it closes; looks into scripts and comments as well.
_NAME = re.compile(rb"<(/?[a-zA-Z]+)")
_RAW = frozenset("script style textarea title xmp iframe noembed noframes plaintext".split())
#: A tag, a comment, or what the standard's tokenizer makes a comment of. As there a quote opens a value only behind
#: "=", a tag ends at the first ">" outside of one, and `<!-->`, `<!--->` and `--!>` end a comment as well.
_TAG = re.compile(
    rb"<(?:(/?)([a-z][^\s/<>]*)(?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+>?"
    rb"|!--(?:-?>|.*?(?:--!?>|\Z))|(?:[!?]|/(?!>))[^>]*+>?)",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN = frozenset(("svg", "math"))  # in which no element's content is raw
#: Elements that end what is foreign, whether it was closed or not: "parsing tokens in foreign content".
_BREAKS_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)


class Tag(NamedTuple):
    """Where a tag stands, its name in small letters, and whether it closes."""

    start: int
    end: int
    name: str
    closes: bool


def names(page: bytes) -> list[str]:
    """The names of all tags in small letters, "/" before those that close; cheap enough for every page."""
    return b" ".join(_NAME.findall(page)).lower().decode().split()


def tag_end(page: bytes, start: int) -> int:
    """Where the tag ends whose "<" and name stand there."""
    match = _TAG.match(page, start)
    return match.end() if match else start


def tags(page: bytes) -> Iterator[Tag]:
    """The tags of a page; elements whose content is no markup are passed over whole, comments too."""
    at = foreign = 0
    while (match := _TAG.search(page, at)) is not None:
        at = match.end()
        if match[2] is None:
            continue
        name, closes = match[2].lower().decode(), bool(match[1])
        if name in _RAW and not closes and not foreign:
            at = _raw_end(page, at, name)
            if at < 0:
                return
            continue
        if name in _FOREIGN:
            foreign = max(0, foreign + (-1 if closes else 1))
        elif name in _BREAKS_OUT and not closes:
            foreign = 0
        yield Tag(match.start(), at, name, closes)


def _raw_end(page: bytes, at: int, raw: str) -> int:
    """Where the content of an element ends that holds no markup; -1 for never."""
    end = re.compile(rb"</%b(?=[\s/>])" % raw.encode(), re.IGNORECASE).search(page, at)
    return end.end() if end else -1
