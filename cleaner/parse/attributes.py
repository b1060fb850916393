"""The attributes of one tag bounded: a parser compares each with all before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from cleaner.parse.tags import tag_end, tags

MAX_ATTRIBUTES = 256
_LONG = 4_096  # characters without a ">"; a tag so long is looked at
_SHORT = 2 * MAX_ATTRIBUTES  # characters of a tag that cannot hold more
_ATTRIBUTE = re.compile(r"""[^\s=>"'/]+(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_HOLDS_END = re.compile(r"""=\s*+(?:"[^">]*+>|'[^'>]*+>)""")  # a value with a ">"
_START = re.compile(r"<[a-zA-Z][^\s/>]*")


def bound_attributes(text: str) -> tuple[str, str | None]:
    """The text with the attributes beyond MAX_ATTRIBUTES of a tag dropped, and a warning if there were any."""
    if not any(next(_excess(text, *tag), None) for tag in chain(_long_tags(text), _hidden_tags(text))):
        return text, None
    pieces: list[str] = []
    at = dropped = 0
    for tag in tags(text):
        if tag.end - tag.start > _SHORT and (excess := list(_excess(text, tag.start, tag.end))):
            pieces.append(text[at : excess[0].start()])
            at = excess[-1].end()
            dropped += len(excess)
    if not dropped:
        return text, None
    return "".join(pieces) + text[at:], f"more than {MAX_ATTRIBUTES} attributes on a tag: {dropped} dropped"


def _long_tags(text: str) -> Iterator[tuple[int, int]]:
    """Where a tag seems to begin that does not end for long, and where it ends."""
    at = 0
    while at + _LONG < len(text):
        last = text.rfind(">", at, at + _LONG)
        if last >= 0:
            at = last + 1
            continue
        end = text.find(">", at + _LONG)
        end = len(text) if end < 0 else end
        if start := _START.search(text, at, end):
            yield start.start(), end
        at = end + 1


def _hidden_tags(text: str) -> Iterator[tuple[int, int]]:
    """Where a tag seems to begin that goes on behind its first ">", which stands in a value, and where it ends."""
    for value in _HOLDS_END.finditer(text):
        before = text.rfind(">", 0, value.start())
        if start := _START.search(text, before + 1, value.start()):
            yield start.start(), tag_end(text, start.start())


def _excess(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The attributes beyond the bound of the tag that stands there."""
    name = _START.match(text, start)
    return islice(_ATTRIBUTE.finditer(text, name.end(), end), MAX_ATTRIBUTES, None) if name else iter(())
