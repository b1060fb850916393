"""Sanitised HTML fragment, fit for a CMS: only elements that WordPress' block editor keeps as they are.

A picture is `<figure><img><figcaption>`; a caption whose picture is unknown is a paragraph, since a
figure without a picture is dropped on import. Whatever stood in the page, the whole fragment goes
through an allow-list at the end (nh3, the Rust library ammonia).
"""

from __future__ import annotations

from html import escape

import nh3

from cleaner.model import BodyBlock, CleanResult, Image
from cleaner.render.flow import lead
from cleaner.render.profile import Profile
from cleaner.render.structure import Group, Heading, List, Piece, structure
from cleaner.render.tables import Cell, Table
from cleaner.render.text import caption_text, whole

INLINE_TAGS = {"a", "b", "br", "cite", "code", "em", "i", "mark", "small", "strong", "sub", "sup"}
TAGS = INLINE_TAGS | {
    *("aside", "blockquote", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "img", "li", "ol", "p", "pre"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_SPANS = {"colspan", "rowspan"}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "td": _SPANS, "th": _SPANS}
CLASSES = {"p": {"lead", "caption"}, "aside": {"note"}}
URL_SCHEMES = {"http", "https", "mailto"}


def render_html(result: CleanResult, profile: Profile) -> str:
    """Title, lead and body as a fragment, one element a line."""
    article = result.article
    parts = [
        f"<h1>{escape(article.title)}</h1>" if article.title else "",
        *(f'<p class="lead">{escape(part)}</p>' for part in lead(article, profile)),
        *map(_piece, structure(result, profile)),
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


def _piece(piece: Piece) -> str:
    match piece:
        case Image():
            return _figure(piece)
        case Table():
            return _table(piece)
        case Heading(level, html):
            return f"<h{level}>{html}</h{level}>"
        case List():
            return _list(piece)
        case Group(kind, blocks):
            before, after = _AROUND[kind]
            return f"{before}{''.join(f'<p>{block.html}</p>' for block in blocks)}{after}"
        case BodyBlock(kind, _, html):
            before, after = _AROUND_BLOCK.get(kind, ("<p>", "</p>"))
            return f"{before}{html}{after}"


_AROUND = {"quote": ("<blockquote>", "</blockquote>"), "note": ('<aside class="note">', "</aside>")}
_AROUND_BLOCK = {"preformatted": ("<pre>", "</pre>"), "quote": ("<blockquote><p>", "</p></blockquote>")}


def _list(piece: List) -> str:
    items = "".join(
        f"<li>{item.words.html if item.words else ''}{''.join(map(_piece, item.pieces))}</li>" for item in piece.items
    )
    if not piece.ordered:
        return f"<ul>{items}</ul>"
    start = f' start="{piece.start}"' if piece.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


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
