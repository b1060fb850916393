"""A story of hundreds of paragraphs, of which the judge has seen few: it takes the far ones for something else."""

from __future__ import annotations

from collections import defaultdict

from cleaner.model import BODY_ROLES, Block
from cleaner.settle.board import Board
from cleaner.settle.story import body_role

_MANY = 120  # paragraphs of one make in one element; few pages have so many, and those are stories
_FIRST = 60  # of them that must be story, nearly all
_MOST = 0.9
_LINKED = 0.35  # share of a paragraph inside links from which on it may be a list of links


def settle_long_story(board: Board) -> None:
    """The paragraphs of a long row that begins as story go on being story."""
    for row in _rows(board):
        kept = sum(board.role(block.index) in BODY_ROLES for block in row[:_FIRST])
        if len(row) < _MANY or kept < _FIRST * _MOST:
            continue
        evidence = f"one of {len(row)} paragraphs of one make in one element, the first of which are story"
        for block in row:
            if board.verdicts[block.index] is None and block.link_chars < len(block.text) * _LINKED:
                board.judge(block.index, body_role(block), "shape.long-story", evidence, 0.7)


def _rows(board: Board) -> list[list[Block]]:
    """Paragraphs by the element that holds them and their class words, where there are many."""
    paragraphs = [block for block in board.blocks if block.tag == "p"]
    if len(paragraphs) < _MANY:
        return []
    parents = board.document.containers
    found: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in paragraphs:
        found[parents[block.container], block.near].append(block)
    return list(found.values())
