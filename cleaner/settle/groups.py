"""Lists and tables are kept or left as wholes: the judge sees their short pieces one by one."""

from __future__ import annotations

from collections import defaultdict

from cleaner.model import BODY_ROLES, Block
from cleaner.settle.board import Board
from cleaner.settle.story import body_role

_ITEMS = frozenset(("li", "dd", "dt"))
_CELLS = frozenset(("td", "th"))
_MOST = 0.5  # share of a group's text that must be story already
_DOUBTFUL = 0.05  # the judge's probability under which a piece stays out all the same


def settle_groups(board: Board) -> None:
    """What is left undecided of a list or table that is story for the most part becomes story too."""
    for blocks in _groups(board).values():
        total = sum(len(block.text) for block in blocks)
        kept = sum(len(block.text) for block in blocks if board.role(block.index) in BODY_ROLES)
        if not total * _MOST < kept < total:
            continue
        for block in blocks:
            if board.verdicts[block.index] is None and board.scores[block.index] >= _DOUBTFUL:
                evidence = f"{kept / total:.0%} of its list or table is story"
                board.judge(block.index, body_role(block), "shape.group", evidence, 0.6)


def _groups(board: Board) -> dict[int, list[Block]]:
    """Blocks by the list or table that holds them: the parent of an item, the grandparent of a cell."""
    parents = board.document.containers
    found: dict[int, list[Block]] = defaultdict(list)
    for block in board.blocks:
        if block.tag in _ITEMS:
            found[parents[block.container]].append(block)
        elif block.tag in _CELLS and parents[block.container] >= 0:
            found[parents[parents[block.container]]].append(block)
    return found
