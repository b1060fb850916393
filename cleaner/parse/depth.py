"""Nesting bounded to what browsers do, where a cheap estimate says that it could be deeper."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Browsers stop nesting at 512 as well (Chromium's kMaximumHTMLParserDOMTreeDepth). The tree
#: builder walks its stack of open elements for most tags.
MAX_DEPTH = 512
#: Unclosed formatting elements are opened again in every block that follows (the standard's
#: "reconstruct the active formatting elements"); pages that are not an attack have a handful.
MAX_FORMATTING = 48
_CHUNK = 4096  # nesting that opens and closes within a chunk is not seen, and is shallow enough
#: A tag, or a whole element or comment in which "<" opens nothing.
_TAG = re.compile(r"<(?:(/?)(?!(?:script|style)\b)([a-z][^\s/<>]*)[^<>]*>?|(script|style)\b|(!--))", re.IGNORECASE)
_RAW_END = {"script": "</script", "style": "</style", "!--": "-->"}
#: Void elements, and those that the next of their kind closes: an honest page leaves them open.
_SHALLOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option optgroup tr td th thead tbody tfoot rp rt body html "
    "path circle rect line polygon polyline ellipse use stop image animate".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def bound_depth(text: str) -> tuple[str, str | None]:
    """The text without the tags that would nest deeper than MAX_DEPTH, and a warning if there were any."""
    if _estimate(text) <= MAX_DEPTH:
        return text, None
    text, dropped = _flatten(text)
    return text, f"nesting deeper than {MAX_DEPTH}: {dropped} tags flattened" if dropped else None


def _estimate(text: str) -> int:
    """The depth as far as counting tells: tags opened minus tags closed, at the end of each chunk."""
    depth = highest = 0
    for start in range(0, len(text), _CHUNK):
        end = start + _CHUNK
        depth += text.count("<", start, end) - 2 * text.count("</", start, end)
        highest = max(highest, depth)
    return highest


def _flatten(text: str) -> tuple[str, int]:
    """The text with tags dropped where it is too deep, and their number."""
    depth = formatting = dropped = at = 0
    pieces: list[str] = []
    for start, end, name, step in _tags(text):
        deepest = max(depth, depth + step)
        depth = max(0, depth + step)
        most = 0
        if name in _FORMATTING:
            most = max(formatting, formatting + step)
            formatting = max(0, formatting + step)
        if deepest > MAX_DEPTH or most > MAX_FORMATTING:
            pieces.append(text[at:start])
            at = end
            dropped += 1
    pieces.append(text[at:])
    return " ".join(pieces), dropped


def _tags(text: str) -> Iterator[tuple[int, int, str, int]]:
    """Start, end, name and step (+1 opens, -1 closes) of the tags that nest."""
    at = 0
    while (match := _TAG.search(text, at)) is not None:
        raw = match[3] or match[4]
        if raw is None:
            at = match.end()
            name = match[2].lower()
            if name not in _SHALLOW:
                yield match.start(), at, name, -1 if match[1] else 1
            continue
        at = text.find(_RAW_END[raw.lower()], match.end())
        if at < 0:
            return
        at += 1
