"""The attributes of one tag bounded: a parser compares each with all before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from cleaner.parse.tags import markup, tag_end, tags

MAX_ATTRIBUTES = 256
_LONG = 4_096  # bytes without a ">"; a tag so long is looked at
_SHORT = 2 * MAX_ATTRIBUTES  # bytes of a tag that cannot hold more
_ATTRIBUTE = re.compile(rb"""[^\s=>"'/]+(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_HOLDS_END = re.compile(rb"""=\s*+(?:"[^">]*+>|'[^'>]*+>)""")  # a value with a ">"
_START = re.compile(rb"<[a-zA-Z][^\s/>]*")


def bound_attributes(page: bytes) -> tuple[bytes, str | None]:
    """The page with the attributes beyond MAX_ATTRIBUTES of a tag dropped, and a warning if there were any."""
    if not (_may_exceed(page) and _may_exceed(markup(page))):
        return page, None
    pieces: list[bytes] = []
    at = dropped = 0
    for tag in tags(page):
        if tag.end - tag.start > _SHORT and (excess := list(_excess(page, tag.start, tag.end))):
            pieces.append(page[at : excess[0].start()])
            at = excess[-1].end()
            dropped += len(excess)
    if not dropped:
        return page, None
    return b"".join(pieces) + page[at:], f"more than {MAX_ATTRIBUTES} attributes on a tag: {dropped} dropped"


def _may_exceed(page: bytes) -> bool:
    """Whether something that looks like a tag has more attributes; scripts are full of such."""
    return any(next(_excess(page, *tag), None) for tag in chain(_long_tags(page), _hidden_tags(page)))


def _long_tags(page: bytes) -> Iterator[tuple[int, int]]:
    """Where a tag seems to begin that does not end for long, and where it ends."""
    at = 0
    while at + _LONG < len(page):
        last = page.rfind(b">", at, at + _LONG)
        if last >= 0:
            at = last + 1
            continue
        end = page.find(b">", at + _LONG)
        end = len(page) if end < 0 else end
        if start := _START.search(page, at, end):
            yield start.start(), end
        at = end + 1


def _hidden_tags(page: bytes) -> Iterator[tuple[int, int]]:
    """Where a tag seems to begin that goes on behind its first ">", which stands in a value, and where it ends."""
    for value in _HOLDS_END.finditer(page):
        before = page.rfind(b">", 0, value.start())
        if start := _START.search(page, before + 1, value.start()):
            yield start.start(), tag_end(page, start.start())


def _excess(page: bytes, start: int, end: int) -> Iterator[re.Match[bytes]]:
    """The attributes beyond the bound of the tag that stands there."""
    name = _START.match(page, start)
    return islice(_ATTRIBUTE.finditer(page, name.end(), end), MAX_ATTRIBUTES, None) if name else iter(())
