"""Rows of short links that a label or a class name swept up as other articles: sections, topics, services."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from cleaner.flags import HEADING_TAGS, LINK
from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.tag_pages import is_headline
from cleaner.text import collapse, letters_worth

_SHORT, _SIGNS = 25, 7  # letters, or signs that are syllables, under which a link is a name rather than a headline
_WORDS = 3  # of a heading that is a headline
_MIN_LINKS = 4  # in a row
_NAMED = 3  # at most one link in so many leads to what looks like a story's address
_SWEPT = frozenset((Role.RELATED, Role.CHROME))
_HREF = attrgetter("href")


class _Entry(NamedTuple):
    """A block that holds short links and little else."""

    block: Block
    links: int
    stories: int  # of these links, those whose address is a story's


def settle_menus(board: Board) -> None:
    """Such a row is the page's own furniture, whatever stands above it; headlines are longer or have their address."""
    done = -1
    for block in board.having(Role.RELATED):
        entry = _entry(block) if block.index > done else None
        if entry is None:
            continue
        row = [*_beside(board, entry, -1), entry, *_beside(board, entry, 1)]
        done = row[-1].block.index
        links = sum(each.links for each in row)
        if links >= _MIN_LINKS and sum(each.stories for each in row) * _NAMED <= links:
            for each in row:
                if board.role(each.block.index) is Role.RELATED:
                    evidence = f"one of {links} short links in a row"
                    board.judge(each.block.index, Role.CHROME, "shape.menu", evidence, 0.8)


def _beside(board: Board, entry: _Entry, step: int) -> Iterator[_Entry]:
    """The other entries of its row, one way; signs and buttons without a link may stand between."""
    at = entry.block.index + step
    while 0 <= at < len(board.blocks) and board.role(at) in _SWEPT:
        block = board.blocks[at]
        found = _entry(block)
        if found is not None:
            yield found
        elif not _is_sign(block):
            return
        at += step


def _entry(block: Block) -> _Entry | None:
    linked = block.flags & LINK or block.link_chars * 5 >= len(block.text) * 4
    if not linked:
        return None
    links = [(href, collapse("".join(run.text for run in runs))) for href, runs in groupby(block.runs, _HREF) if href]
    texts = [text for _, text in links] or [block.text]
    if any(map(_is_headline, texts)) or (block.tag in HEADING_TAGS and len(block.text.split()) >= _WORDS):
        return None
    return _Entry(block, len(texts), sum(is_headline(href) for href, _ in links))


def _is_headline(text: str) -> bool:
    worth = letters_worth(text)
    return worth >= _SHORT or (worth > 2 * len(text) and len(text) >= _SIGNS)


def _is_sign(block: Block) -> bool:
    return not block.links and not _is_headline(block.text)
