"""Lists, tables and quotations are kept or left as wholes: the judge sees their short pieces one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from cleaner.flags import QUOTE, TABLE
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.button import is_button
from cleaner.settle.claims import strongest
from cleaner.settle.layout import story_table
from cleaner.settle.story import body_role

_ITEMS = frozenset(("li", "dd", "dt"))
_CELLS = frozenset(("td", "th"))
_MOST = 0.5  # share of a group's text that must be story already
_DOUBTFUL = 0.05  # the judge's probability under which a piece stays out all the same
_TABLE = 0.2  # the judge's mean probability from which a table is story: single cells say little of themselves
_WORDS = frozenset((Role.SHARE_WIDGET, Role.CHROME, Role.LEGAL, Role.TAGS, Role.BYLINE, Role.DATE))
_WORD, _LANGUAGE = 40, 1  # characters; rank of the packs of a language
_ODD = 120  # characters of a cell that the judge may keep by mistake
_CELL = re.compile(r" > t[dh]:nth-child\(\d+\) > p[^>]*$")
_SECTION = re.compile(r" > t(?:head|body|foot)[^>]* > tr[^>]* > t[dh][^>]*(?: > p[^>]*)?$")
_MIN_CELLS, _CELL_CHARS = 4, 300  # a table that lays out a page has longer cells than one of data


def settle_groups(board: Board) -> None:
    """What is left undecided of a list or table that is story for the most part becomes story too."""
    told = {block.index for block in board.having(*BODY_ROLES)}
    for group in _groups(board).values():
        if not any(block.flags & TABLE or block.index in told for block in group):
            continue  # most groups of a page are menus
        data = _is_data(board, group)
        blocks = group if data else [block for block in group if not _in_cell(block)]
        if not blocks:
            continue
        evidence = _evidence(board, blocks)
        if not evidence:
            _clear(board, blocks)
        for block in blocks if evidence else ():
            doubtful = board.scores[block.index] < _DOUBTFUL or is_button(block)
            if board.verdicts[block.index] is None and not doubtful:
                board.judge(block.index, body_role(block), "shape.group", evidence, 0.6)
        for block in blocks if evidence and data else ():
            if _is_word_in_cell(board, block) and _is_in_kept_row(board, block):
                board.judge(block.index, body_role(block), "shape.group", evidence, 0.6)
        _type_cells(board, blocks)


def _is_word_in_cell(board: Board, block: Block) -> bool:
    """A cell whose few words a rule took for a button, label or date: "Yes", "Mã CK", "17/05/2026"."""
    verdict = board.verdicts[block.index]
    if verdict is None or verdict.role not in _WORDS or len(block.text) > _WORD or not _is_cell(block):
        return False
    claim = strongest(board.claims[block.index])
    if claim is None or claim.rule.id != verdict.rule:
        return False
    return claim.rule.rank <= _LANGUAGE and not claim.rule.where.selectors


def _is_in_kept_row(board: Board, cell: Block) -> bool:
    """Whether a cell next to it in its row is story."""
    near = board.blocks[max(0, cell.index - 1) : cell.index + 2]
    return any(
        board.role(block.index) in BODY_ROLES and _row(board, block) == _row(board, cell)
        for block in near
        if block is not cell and _is_cell(block)
    )


def _row(board: Board, block: Block) -> int:
    parents = board.document.containers
    return parents[block.container] if block.tag in _CELLS else parents[parents[block.container]]


def _type_cells(board: Board, blocks: list[Block]) -> None:
    """What is story of a table of data is cells, though each holds a paragraph and those of its head are bold."""
    for block in filter(_in_cell, blocks):
        verdict = board.verdicts[block.index]
        if verdict is not None and verdict.role in (Role.BODY, Role.HEADING):
            board.judge(block.index, Role.TABLE, verdict.rule, verdict.evidence, verdict.confidence)


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
    if mean < _TABLE or not _is_data(board, blocks) or not blocks[0].path.startswith(story_table(board)):
        return ""
    return f"its table has p={mean:.2f} on average"


def _is_data(board: Board, blocks: list[Block]) -> bool:
    """Short cells; where they hold paragraphs, one each, and several cells in a row: else it lays out a page."""
    if len(blocks) < _MIN_CELLS or not all(len(block.text) <= _CELL_CHARS for block in blocks):
        return False
    parents = board.document.containers
    paragraphs = [block for block in blocks if block.tag not in _CELLS]
    if not paragraphs:
        return True
    cells = {block.container if block.tag in _CELLS else parents[block.container] for block in blocks}
    rows = {parents[cell] for cell in cells}
    return all(map(_in_cell, paragraphs)) and len(cells) == len(blocks) and len(rows) * 2 <= len(cells)


def _is_cell(block: Block) -> bool:
    return block.tag in _CELLS or _in_cell(block)


def _in_cell(block: Block) -> bool:
    """A paragraph right inside a cell, as word processors write tables."""
    return block.tag == "p" and bool(block.flags & TABLE and _CELL.search(block.path))


def _groups(board: Board) -> dict[int, list[Block]]:
    """Blocks by the list, table or quotation that holds them: the parent of an item, what is around a cell's row."""
    parents = board.document.containers
    found: dict[int, list[Block]] = defaultdict(list)
    for block in board.blocks:
        if block.flags & QUOTE:
            found[block.container if block.tag == "blockquote" else parents[block.container]].append(block)
        elif block.tag in _ITEMS:
            found[parents[block.container]].append(block)
        elif block.tag in _CELLS and parents[block.container] >= 0:
            found[_table(parents, parents[parents[block.container]], block)].append(block)
        elif block.flags & TABLE and _in_cell(block) and min(row := parents[block.container], parents[row]) >= 0:
            found[_table(parents, parents[parents[row]], block)].append(block)
    return found


def _table(parents: Sequence[int], around: int, block: Block) -> int:
    """The table that a row stands in; its head and its rows are sections of it."""
    return parents[around] if around >= 0 and _SECTION.search(block.path) else around
