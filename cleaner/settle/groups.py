"""Lists and tables are kept or left as wholes: the judge sees their short pieces one by one."""

from __future__ import annotations

from collections import defaultdict

from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.button import is_button
from cleaner.settle.layout import story_table
from cleaner.settle.story import body_role

_ITEMS = frozenset(("li", "dd", "dt"))
_CELLS = frozenset(("td", "th"))
_MOST = 0.5  # share of a group's text that must be story already
_DOUBTFUL = 0.05  # the judge's probability under which a piece stays out all the same
_TABLE = 0.2  # the judge's mean probability from which a table is story: single cells say little of themselves
_ODD = 120  # characters of a cell that the judge may keep by mistake
_MIN_CELLS, _CELL_CHARS = 4, 300  # a table that lays out a page has longer cells than one of data


def settle_groups(board: Board) -> None:
    """What is left undecided of a list or table that is story for the most part becomes story too."""
    for blocks in _groups(board).values():
        evidence = _evidence(board, blocks)
        if not evidence:
            _clear(board, blocks)
        for block in blocks if evidence else ():
            doubtful = board.scores[block.index] < _DOUBTFUL or is_button(block)
            if board.verdicts[block.index] is None and not doubtful:
                board.judge(block.index, body_role(block), "shape.group", evidence, 0.6)


def _clear(board: Board, blocks: list[Block]) -> None:
    """The odd cell that the judge keeps of a table in another column of the page is furniture as its neighbours are."""
    kept = [block for block in blocks if board.role(block.index) is Role.TABLE]
    if not kept or len(kept) * 2 > len(blocks) or max(len(block.text) for block in kept) > _ODD:
        return
    if not blocks[0].path.startswith(story_table(board)):
        for block in kept:
            board.judge(block.index, Role.CHROME, "shape.column", "a cell of a table beside the story's", 0.7)


def _evidence(board: Board, blocks: list[Block]) -> str:
    """Why the group is story as a whole, "" when it is not, or is already."""
    total = sum(len(block.text) for block in blocks)
    kept = sum(len(block.text) for block in blocks if board.role(block.index) in BODY_ROLES)
    if kept == total:
        return ""
    if kept > total * _MOST:
        return f"{kept / total:.0%} of its list or table is story"
    mean = sum(len(block.text) * board.scores[block.index] for block in blocks) / total
    if mean < _TABLE or not _is_data(blocks) or not blocks[0].path.startswith(story_table(board)):
        return ""
    return f"its table has p={mean:.2f} on average"


def _is_data(blocks: list[Block]) -> bool:
    return len(blocks) >= _MIN_CELLS and all(b.tag in _CELLS and len(b.text) <= _CELL_CHARS for b in blocks)


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
