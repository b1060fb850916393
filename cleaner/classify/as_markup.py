"""A flattened page as the judge sees it: what Markdown's signs and blank lines tell, told as markup would."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cleaner.model import Block, Document
from cleaner.shown import shown
from cleaner.text import collapse

_HEADING = re.compile(r"(#{1,6})\s")
ITEM = re.compile(r"\s*(?:[*+•·●▪-]|\d{1,2}[.)])\s")
_PICTURE = re.compile(r"!\[[^\[\]]{0,400}\]\([^()]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,400})\]\([^()\s]{0,2000}(?:\s[^()]{0,400})?\)")
_GAPS = (3, 1)  # blank lines between the boxes of the page, and between the boxes in these


def as_markup(document: Document) -> Document:
    """A text with elements, links and containers; its first line, often the page's title, is the head's. Markup as it
    is."""
    if document.page.kind == "html":
        return document
    blocks = tuple(_marked(block) for block in document.blocks)
    parents, own = _boxes([block.gap for block in blocks])
    title = blocks[0].text if blocks else ""
    return replace(
        document,
        blocks=tuple(block._replace(container=box) for block, box in zip(blocks, own, strict=True)),
        head=replace(document.head, title=title),
        containers=parents,
    )


def _marked(block: Block) -> Block:
    heading = _HEADING.match(block.text)
    tag = f"h{len(heading[1])}" if heading else "li" if ITEM.match(block.text) else "p"
    if "](" not in block.text:
        return block._replace(text=shown(block), tag=tag)
    text = _PICTURE.sub("", block.text)
    linked = [len(words.strip()) for words in _LINK.findall(text)]
    words = collapse(shown(block._replace(text=_LINK.sub(r"\1", text))))
    return block._replace(text=words, tag=tag, links=len(linked), link_chars=min(sum(linked), len(words)))


def _boxes(gaps: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The parent of each box, and the innermost box of each line: boxes are what blank lines set apart."""
    parents: list[int] = []
    own: list[int] = []
    outer = -1
    for number, gap in enumerate(gaps):
        if not number or gap >= _GAPS[0]:
            outer = len(parents)
            parents.append(-1)
        if not number or gap >= _GAPS[1]:
            parents.append(outer)
        own.append(len(parents) - 1)
    return tuple(parents), tuple(own)
