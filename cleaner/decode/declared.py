"""Which encoding a page says it is in: HTTP header first, then its own markup."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.decode import labels

_HEAD = 4096  # bytes; where a declaration may stand
_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([^\s;\"',]+)", re.IGNORECASE)
_META = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:+-]+)", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)


class Claim(NamedTuple):
    """A declared encoding by its report name; `source` is "http" or "meta"."""

    name: str
    label: str
    source: str


def claims(raw: bytes, content_type: str | None) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The declared encodings in order of trust, and warnings of labels that mean nothing."""
    said = [*_http(content_type), *_markup(raw[:_HEAD])]
    known = tuple(Claim(name, label, source) for label, source in said if (name := labels.name_of(label)))
    unknown = tuple(
        f"unknown charset {label!r} ({source}) ignored" for label, source in said if not labels.name_of(label)
    )
    return tuple(_not_wide(claim) for claim in known), unknown


def _http(content_type: str | None) -> list[tuple[str, str]]:
    found = _HTTP.search(content_type or "")
    return [(found[1], "http")] if found else []


def _markup(head: bytes) -> list[tuple[str, str]]:
    if b"<" not in head:
        return []
    shown = _COMMENT.sub(b"", head) if b"<!--" in head else head
    found = _META.search(shown) or _XML.match(shown)
    return [(found[1].decode("ascii", "replace"), "meta")] if found else []


def _not_wide(claim: Claim) -> Claim:
    """Markup that could be read byte by byte is not in UTF-16, whatever it says (WHATWG HTML, 13.2.3.2)."""
    wide = claim.source == "meta" and claim.name.startswith("utf-16")
    return claim._replace(name="utf-8") if wide else claim
