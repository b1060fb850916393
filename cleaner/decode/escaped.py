"""Markup that was escaped as if it were text, as fields of feeds and databases hold it."""

from __future__ import annotations

import re
from html import unescape

_MARK = "&lt;/"
_FEW = 2  # escaped end tags that a story about markup may open with
_OPENING = re.compile(r"\s*(?:&lt;![^<>]{0,200}?&gt;\s*)?&lt;[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,2000}?)?/?&gt;")


def unescaped(text: str) -> str | None:
    """The text with its entities resolved once, where that makes its markup markup; None where it is so already.

    It begins with an escaped tag and ends more elements in that form than in the other.
    """
    if not _OPENING.match(text):
        return None
    escaped = text.count(_MARK)
    if escaped <= _FEW or text.count("</") >= escaped:
        return None
    return unescape(text)
