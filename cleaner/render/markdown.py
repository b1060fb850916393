"""Markdown (CommonMark 0.31, https://spec.commonmark.org/0.31.2/), with every special letter escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.model import BodyBlock, CleanResult, Image
from cleaner.render.flow import flow, lead
from cleaner.render.inline import Span, spans
from cleaner.render.profile import Profile
from cleaner.render.text import caption_text
from cleaner.text import collapse

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
# What would open a heading, list, quote, rule or table at the beginning of a line.
_OPENER = re.compile(r"^(\s*)([#+\-=:>]|\d{1,9}(?=[.)]))", re.MULTILINE)
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)
_URL_UNSAFE = re.compile(r"[\s<>()\\]")
_MARKS = {"bold": "**", "italic": "*"}
_PREFIXES = {"heading": "## ", "list_item": "- ", "quote": "> ", "note": "> "}


def render_markdown(result: CleanResult, profile: Profile) -> str:
    """Title as heading, lead in bold, body; ends in a newline unless it is empty."""
    article = result.article
    parts = [
        f"# {escape(collapse(article.title))}" if article.title else "",
        *(f"**{escape(collapse(part))}**" for part in lead(article, profile)),
        *(_piece(piece) for piece in flow(result, profile)),
    ]
    text = "\n\n".join(part for part in parts if part)
    return text + "\n" if text else ""


def escape(text: str) -> str:
    """Text that a Markdown reader shows letter for letter.

    >>> escape("1. a*b")
    '1\\\\. a\\\\*b'
    """
    return _line_start(_SPECIAL.sub(r"\\\1", text))


def _line_start(text: str) -> str:
    return _NUMBER.sub(r"\1\\\2", _OPENER.sub(lambda m: m[0] if m[2][0].isdigit() else rf"{m[1]}\{m[2]}", text))


def _piece(piece: BodyBlock | Image) -> str:
    if isinstance(piece, Image):
        return _figure(piece)
    prefix = _PREFIXES.get(piece.type, "")
    inline = _line_start(_inline(spans(piece.html)))
    return prefix + inline.replace("\n", "\n" + ("> " if prefix == "> " else " " * len(prefix)))


def _figure(image: Image) -> str:
    caption = escape(collapse(caption_text(image)))
    picture = f"![{escape(collapse(image.caption or ''))}]({_url(image.url)})" if image.url else ""
    return "\n".join(part for part in (picture, f"*{caption}*" if caption else "") if part)


def _inline(runs: Iterable[Span]) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", "\\\\\n", "".join(_span(run) for run in runs).strip())


def _span(run: Span) -> str:
    """Marks stand against the letters, never against white space, where they would be read as text."""
    text = re.sub(r"[^\S\n]+", " ", run.text)
    core = text.strip()
    if not core:
        return text
    marked = _SPECIAL.sub(r"\\\1", core)
    for style in run.styles:
        mark = _MARKS.get(style, "")
        marked = f"{mark}{marked}{mark}"
    if run.href:
        marked = f"[{marked}]({_url(run.href)})"
    start = text.index(core)
    return text[:start] + marked + text[start + len(core) :]


def _url(url: str | None) -> str:
    return _URL_UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url or "")
