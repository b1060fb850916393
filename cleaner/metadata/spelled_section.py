"""A section that no class names: linked right above the headline, by an address that spells its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.flags import ANCHOR, FOOTER, HEADER, HEADING_TAGS, LINK, NAV
from cleaner.metadata.facts import Facts
from cleaner.metadata.hosts import path_of
from cleaner.metadata.keys import slug
from cleaner.metadata.reading import Reading
from cleaner.model import Block
from cleaner.text import collapse

_ABOVE = 3  # blocks above the headline
_MOST = 3  # links that stand in one row; a menu has more
_ENDING = re.compile(r"(?:-[a-z]{0,2}\d+)?(?:\.\w{2,5})?$")
_INDEX = re.compile(r"/(?:index|default|home)(?:\.\w{2,5})?$")
_OF_SITE = NAV | HEADER | FOOTER


def linked_above(facts: Facts) -> Iterator[Reading[str]]:
    """Such links, the nearest to the headline first: `<a href="/the-thao/bong-da.htm">Bóng đá</a>`. One that is set
    as a heading goes before the list of what is in its section."""
    for heading in facts.headings[:1]:
        around = facts.document.blocks[max(0, heading.index - _ABOVE) : heading.index]
        for block in sorted(around, key=lambda block: (block.tag not in HEADING_TAGS, -block.index)):
            links = _links(block)
            if _is_linked(block) and not block.flags & _OF_SITE & ~heading.flags and not _is_menu(facts, block, links):
                for text, address in reversed(links):
                    if _spells(address, text):
                        yield Reading(text, address, f"link above the headline, block {block.index}")


def _links(block: Block) -> list[tuple[str, str]]:
    found = [(collapse(run.text), run.href or "") for run in block.runs if run.style & ANCHOR]
    return [(text, address) for text, address in found if text]


def _is_linked(block: Block) -> bool:
    return bool(block.flags & LINK) or block.link_chars * 2 > len(block.text)


def _is_menu(facts: Facts, block: Block, links: list[tuple[str, str]]) -> bool:
    """Does it hold many links, or stand among as many linked blocks of one parent?"""
    around = facts.document.blocks[max(0, block.index - _MOST) : block.index + _MOST + 1]
    row = [other for other in around if _is_linked(other) and _row(facts, other) == _row(facts, block)]
    return max(len(links), len(row)) > _MOST


def _row(facts: Facts, block: Block) -> int:
    """The container of the row in which the block is an item."""
    parents = facts.document.containers
    return parents[block.container] if 0 <= block.container < len(parents) else -1


def _spells(address: str, text: str) -> bool:
    """Is the last step of the address, without its number and ending, the link's text?"""
    path = path_of(address) if "//" in address else address.partition("?")[0].partition("#")[0].strip("/")
    last = _INDEX.sub("", path.casefold()).rpartition("/")[2]  # "/GL/Xa-hoi/", "/The-thao/Index.html"
    return bool(slug(text)) and slug(text) in (_ENDING.sub("", last), last.partition(".")[0])
