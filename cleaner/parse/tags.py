"""The tags of a page, found without a parser: what the bounds count and drop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: The name of every tag, "/" before it where it closes; looks into scripts and comments as well.
_NAME = re.compile(r"<(/?[a-zA-Z]+)")
_RAW = frozenset("script style textarea title xmp iframe noembed noframes plaintext".split())
#: A tag, or the beginning of an element or comment in which "<" opens nothing. As in the HTML standard's
#: tokenizer a quote opens a value only behind "=", and a tag ends at the first ">" outside of one.
_TAG = re.compile(r"<(?:(/?)([a-z][^\s/<>]*)(?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+>?|(!--))", re.IGNORECASE)
_FOREIGN = frozenset(("svg", "math"))  # in which no element's content is raw


class Tag(NamedTuple):
    """Where a tag stands, its name in small letters, and whether it closes."""

    start: int
    end: int
    name: str
    closes: bool


def names(text: str) -> list[str]:
    """The names of all tags in small letters, "/" before those that close; cheap enough for every page."""
    found: list[str] = _NAME.findall(text)
    return found if "".join(found).islower() else [name.lower() for name in found]


def tag_end(text: str, start: int) -> int:
    """Where the tag ends whose "<" and name stand there."""
    match = _TAG.match(text, start)
    return match.end() if match else start


def tags(text: str) -> Iterator[Tag]:
    """The tags of a page; elements whose content is no markup are passed over whole, comments too."""
    at = foreign = 0
    while (match := _TAG.search(text, at)) is not None:
        at = match.end()
        name = "!--" if match[3] else match[2].lower()
        if name == "!--" or (not foreign and not match[1] and name in _RAW):
            at = _raw_end(text, at, name)
            if at < 0:
                return
            continue
        if name in _FOREIGN:
            foreign = max(0, foreign + (-1 if match[1] else 1))
        yield Tag(match.start(), at, name, bool(match[1]))


def _raw_end(text: str, at: int, raw: str) -> int:
    """Where the content of an element or comment ends that holds no markup; -1 for never."""
    if raw == "!--":
        return text.find("-->", at)
    end = re.compile(f"</{raw}", re.IGNORECASE).search(text, at)
    return end.end() if end else -1
