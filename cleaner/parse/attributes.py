"""The attributes of one tag bounded: a parser compares each with all before it."""

from __future__ import annotations

import re

MAX_ATTRIBUTES = 256
_LONG = 16_384  # characters without a "<"; a tag so long is looked at
_ATTRIBUTE = re.compile(r"""[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_TAG_START = re.compile(r"<[a-zA-Z][^\s/>]*")


def bound_attributes(text: str) -> tuple[str, str | None]:
    """The text with the attributes beyond MAX_ATTRIBUTES of a tag dropped, and a warning if there were any."""
    dropped = 0
    for start in reversed(_long_tags(text)):
        kept, end, excess = _bounded(text, start)
        if excess:
            text = text[:kept] + text[end:]
            dropped += excess
    return text, f"more than {MAX_ATTRIBUTES} attributes on a tag: {dropped} dropped" if dropped else None


def _long_tags(text: str) -> list[int]:
    """Where tags begin that no other tag follows for long."""
    found: list[int] = []
    at = 0
    while at < len(text):
        last = text.rfind("<", at, at + _LONG)
        if last < 0:
            last = at  # nothing opens here: go on from where the next tag does
            at = text.find("<", at + _LONG)
            if at < 0:
                break
            continue
        following = text.find("<", last + 1)
        following = len(text) if following < 0 else following
        if following - last > _LONG and _TAG_START.match(text, last) and not _in_script(text, last):
            found.append(last)
        at = max(following, last + 1) if following - last > _LONG else at + max(1, last - at)
        if following == len(text):
            break
    return found


def _in_script(text: str, at: int) -> bool:
    """Whether the place lies in a script or style, where "a<b" is no tag."""
    return any(text.rfind(f"<{name}", 0, at) > text.rfind(f"</{name}", 0, at) for name in ("script", "style"))


def _bounded(text: str, start: int) -> tuple[int, int, int]:
    """Where the tag's kept attributes end, where its last attribute ends, and how many are in between."""
    name = _TAG_START.match(text, start)
    at = kept = name.end() if name else start
    count = 0
    for match in _ATTRIBUTE.finditer(text, at):
        if ">" in text[at : match.start()]:
            break
        at = match.end()
        count += 1
        if count <= MAX_ATTRIBUTES:
            kept = at
    return kept, at, max(0, count - MAX_ATTRIBUTES)
