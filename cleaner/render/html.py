"""Sanitised HTML fragment, fit for a CMS: only elements that WordPress' block editor keeps as they are.

A picture is `<figure><img><figcaption>`; a caption whose picture is unknown is a paragraph, since a
figure without a picture is dropped on import. Whatever stood in the page, the whole fragment goes
through an allow-list at the end (nh3, the Rust library ammonia).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby

import nh3

from cleaner.model import CleanResult, Image
from cleaner.render.flow import lead
from cleaner.render.profile import Profile
from cleaner.render.tables import Cell, Piece, Table, kind_of, printed
from cleaner.render.text import caption_text, whole

INLINE_TAGS = {"a", "b", "br", "cite", "code", "em", "i", "mark", "small", "strong", "sub", "sup"}
TAGS = INLINE_TAGS | {
    *("aside", "blockquote", "figcaption", "figure", "h1", "h2", "h3", "img", "li", "ol", "p", "pre", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
CLASSES = {"p": {"lead", "caption"}, "aside": {"note"}}
URL_SCHEMES = {"http", "https", "mailto"}


def render_html(result: CleanResult, profile: Profile) -> str:
    """Title, lead and body as a fragment, one element a line."""
    article = result.article
    parts = [
        f"<h1>{escape(article.title)}</h1>" if article.title else "",
        *(f'<p class="lead">{escape(part)}</p>' for part in lead(article, profile)),
        *body_html(printed(result, profile)),
    ]
    return sanitise("".join(f"{part}\n" for part in parts if part))


def sanitise(html: str) -> str:
    """HTML with nothing in it but the allowed elements, attributes and URL schemes."""
    return nh3.clean(
        whole(html),
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=URL_SCHEMES,
        link_rel="noopener noreferrer",
    )


def sanitise_inline(html: str) -> str:
    """The HTML of one body block as the engine would write it; what it wrote itself stays byte for byte."""
    given = whole(html)
    clean = nh3.clean(given, tags=INLINE_TAGS, attributes={"a": {"href"}}, url_schemes=URL_SCHEMES, link_rel=None)
    return given if _as_nh3_spells(given) == clean else clean


def _as_nh3_spells(html: str) -> str:
    return html.replace("&#x27;", "'").replace("\N{NO-BREAK SPACE}", "&nbsp;")


def body_html(pieces: Iterable[Piece]) -> list[str]:
    """The block elements of the body; list items and notes that follow each other share one parent."""
    parts: list[str] = []
    for kind, group in groupby(pieces, kind_of):
        inner = [_piece(piece) for piece in group]
        before, after = _PARENTS.get(kind, ("", ""))
        parts += [before + "".join(inner) + after] if before else inner
    return parts


def _piece(piece: Piece) -> str:
    if isinstance(piece, Image):
        return _figure(piece)
    return _table(piece) if isinstance(piece, Table) else _WRITERS[piece.type](piece.html)


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>"


_WRITERS: dict[str, Callable[[str], str]] = {
    "paragraph": _paragraph,
    "preformatted": lambda html: f"<pre>{html}</pre>",
    "heading": lambda html: f"<h2>{html}</h2>",
    "list_item": lambda html: f"<li>{html}</li>",
    "quote": lambda html: f"<blockquote><p>{html}</p></blockquote>",
    "table": _paragraph,
    "note": _paragraph,
}
_PARENTS = {"list_item": ("<ul>", "</ul>"), "note": ('<aside class="note">', "</aside>")}


def _figure(image: Image) -> str:
    caption = escape(caption_text(image))
    if not image.url:
        return f'<p class="caption">{caption}</p>' if caption else ""
    picture = f'<img src="{escape(image.url)}" alt="{escape(image.caption or "")}">'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>" if caption else f"<figure>{picture}</figure>"


def _table(table: Table) -> str:
    rows = ("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in table.rows)
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.heads else "td"
    return f"<{tag}>{cell.html}</{tag}>"
