"""Entries of one make: their headings, of which the judge keeps some and doubts others, and their hours."""

from __future__ import annotations

import re

from cleaner.jsonld import types
from cleaner.model import Block, Role
from cleaner.settle.board import Board

_LEAST = 0.15  # the judge's probability that such a heading needs at least
_STAMP = re.compile(  # an hour, or "13:31KEY EVENTAnn Lee": what is set apart on the screen is glued in the text
    r"\d{1,2}[:h.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?[ |·•-]{0,3}"
    r"(?:(?:KEY EVENT|Key [Ee]vent|BREAKING|NEW|PINNED)[ |·•-]{0,3})?(?:[A-Z][\w’'-]{1,18} ?){0,4}"
)
_Make = tuple[str, int]


def settle_entry_headings(board: Board) -> None:
    """A doubtful heading right above kept text in one element is story where another of its make is.

    Only where news is declared: elsewhere such headings open cards of products as often.
    """
    live = _is_live(board)
    if not (board.is_news or live):
        return
    for block in board.having(Role.BODY) if live else ():
        if _STAMP.fullmatch(block.text):
            board.judge(
                block.index, Role.DATE, "shape.entry-clock", "the hour of an entry, alone or with its author", 0.7
            )
    kept: set[_Make] = set()
    doubtful: list[Block] = []
    for block in board.headings:
        if any(_heads(board, block, below) for below in board.blocks[block.index + 1 : block.index + 2]):
            if board.role(block.index) is Role.HEADING:
                kept.add(_make(block))
            elif board.role(block.index) is None and board.scores and board.scores[block.index] >= _LEAST:
                doubtful.append(block)
    for block in doubtful:
        if _make(block) in kept:
            evidence = "heads kept text, as a heading of the same make does that is story"
            board.judge(block.index, Role.HEADING, "shape.entry-heading", evidence, 0.7)


def _is_live(board: Board) -> bool:
    return any("LiveBlogPosting" in types(item) for item in board.document.head.json_ld)


def _make(block: Block) -> _Make:
    return block.tag, block.near


def _heads(board: Board, block: Block, below: Block) -> bool:
    """Unlinked, and the text under it stands in the same element and is kept."""
    parents = board.document.containers
    return (
        not block.links
        and board.role(below.index) is Role.BODY
        and min(block.container, below.container) >= 0
        and parents[block.container] == parents[below.container]
    )
