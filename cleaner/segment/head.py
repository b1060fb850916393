"""What the page declares of itself: title, meta, link and JSON-LD elements, wherever they stand."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from cleaner.jsonld import read_json_ld
from cleaner.model import FieldHit, Head
from cleaner.text import collapse, nfc

_NAMES = ("property", "name", "itemprop", "http-equiv")
_MAX_VALUES = 64  # values kept of one name


def read_head(tree: LexborHTMLParser, hits: tuple[FieldHit, ...] = ()) -> Head:
    """The declarations of an HTML page, unjudged; never raises on odd markup."""
    title = tree.css_first("head > title") or tree.css_first("title")
    root = tree.css_first("html")
    attributes = root.attributes if root is not None else {}
    return Head(
        title=collapse(nfc(title.text())) if title is not None else "",
        language=attributes.get("lang") or attributes.get("xml:lang") or "",
        metas=_metas(tree),
        links=_links(tree),
        base=_base(tree),
        json_ld=tuple(read_json_ld(node.text() for node in tree.css('script[type="application/ld+json" i]'))),
        hits=hits,
    )


def _base(tree: LexborHTMLParser) -> str:
    head = tree.head
    node = head.css_first("base[href]") if head is not None else None
    return (node.attributes.get("href") or "").strip() if node is not None else ""


def _metas(tree: LexborHTMLParser) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        content = attributes.get("content")
        if not content:
            continue
        for kind in _NAMES:
            name = attributes.get(kind)
            if name:
                found.setdefault(name.strip().lower(), []).append(nfc(content.strip()))
    return {name: tuple(values[:_MAX_VALUES]) for name, values in found.items()}


def _links(tree: LexborHTMLParser) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("link[rel][href]"):
        attributes = node.attributes
        for rel in (attributes.get("rel") or "").lower().split():
            found.setdefault(rel, []).append((attributes.get("href") or "").strip())
    return {rel: tuple(hrefs[:_MAX_VALUES]) for rel, hrefs in found.items()}
