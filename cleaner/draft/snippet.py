"""Examples for a rule: the markup around one block, with nothing but what the rule asks for and some words."""

from __future__ import annotations

from html import escape

from selectolax.lexbor import LexborHTMLParser

from cleaner.draft.sheet import Sheet
from cleaner.rulebook.css import Compound
from cleaner.rulebook.css_parse import compile_selector
from cleaner.text import collapse

_WORDS = 8  # of a block that stand in its example
_CHARS = 60
#: Elements that a parser drops outside of a table, and what must stand around them.
_TABLE_PARTS = {"td": "<table><tr>{}</tr></table>", "th": "<table><tr>{}</tr></table>", "tr": "<table>{}</table>"}


def excerpt(text: str, end: str = "") -> str:
    """The first words of a text.

    >>> excerpt("một hai ba bốn năm sáu bảy tám chín mười")
    'một hai ba bốn năm sáu bảy tám'
    """
    words = collapse(text).split(" ")
    if len(words) <= _WORDS and len(text) <= _CHARS:
        return " ".join(words)
    return " ".join(words[:_WORDS])[:_CHARS].rstrip() + end


def hit_of(sheet: Sheet, selector: str, text: str) -> str:
    """Elements that the selector selects, around the first words of a text."""
    return element(sheet.tree, selector, excerpt(text))


def element(tree: LexborHTMLParser, selector: str, text: str, attributes: str = "") -> str:
    """Nested elements, one for each part of the selector, tags as on the page; the innermost has `attributes`."""
    compiled = compile_selector(selector)
    inner = escape(text, quote=False)
    for place, compound in enumerate(compiled.compounds):
        tag = compound.tag or _tag(tree, _source(compound))
        inner = f"<{tag}{_attributes(compound)}{attributes if place == 0 else ''}>{inner}</{tag}>"
        inner = _TABLE_PARTS.get(tag, "{}").replace("{}", inner) if place == len(compiled.compounds) - 1 else inner
    return inner


def miss_of(sheet: Sheet, block: int) -> str:
    """Another block of the page in its own element, with a name that such elements have."""
    entry, found = sheet.entries[block], sheet.document.blocks[block]
    tag = found.tag if found.tag.isalnum() and found.tag not in ("body", *_TABLE_PARTS) else "p"
    mark = next((mark for mark in reversed(sheet.marks[block]) if sheet.tree.css_first(f"{tag}{mark}") is not None), "")
    name = f" class='{mark[1:]}'" if mark.startswith(".") else f" id='{mark[1:]}'" if mark else ""
    return f"<{tag}{name}>{escape(excerpt(entry.text), quote=False)}</{tag}>"


def bare(text: str) -> str:
    """The same words without any mark."""
    return f"<p>{escape(excerpt(text), quote=False)}</p>"


def _source(compound: Compound) -> str:
    names = "".join(f".{name}" for name in sorted(compound.classes))
    return f"#{compound.id}{names}" if compound.id else names or "*"


def _tag(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    tag = (node.tag if node is not None else None) or "div"
    return tag if tag.isalnum() and tag not in ("body", "html") else "div"


def _attributes(compound: Compound) -> str:
    identifier = f" id='{compound.id}'" if compound.id else ""
    classes = f" class='{' '.join(sorted(compound.classes))}'" if compound.classes else ""
    return identifier + classes
