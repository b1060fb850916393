"""The sapo: the lead printed between headline and story, and its copy as first paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.flags import HINT_GROUPS
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.text import fold

_LEAD_HINT = sum(1 << bit for bit, (name, _) in enumerate(HINT_GROUPS) if name == "lead")
_BODY_HINT = sum(1 << bit for bit, (name, _) in enumerate(HINT_GROUPS) if name == "body")
_MIN_CHARS = 30
_COMPARED = 80  # characters that a declared description and a lead must share
_REACH = 4  # blocks of the story among which the lead is looked for


def settle_lead(board: Board) -> None:
    claimed = board.having(Role.SUMMARY)
    if not claimed:
        claimed = [block for block in _first_story_blocks(board) if _is_lead(board, block)][:1]
    for block in claimed[:1]:
        board.judge(block.index, Role.SUMMARY, *_reason(board, block))
    if claimed:
        _settle_copies(board, claimed[0])


def _first_story_blocks(board: Board) -> Iterator[Block]:
    story = [block for block in board.blocks if board.role(block.index) in BODY_ROLES]
    title = next((block.index for block in board.having(Role.TITLE)), -1)
    return (block for block in story[:_REACH] if block.index > title and len(block.text) >= _MIN_CHARS)


def _is_lead(board: Board, block: Block) -> bool:
    """The markup calls it a lead, or the page declares its words as description."""
    if block.near & _LEAD_HINT and not (block.near & _BODY_HINT and block.tag == "p"):
        return True
    return _declared_as_description(board, block) and block.container != _story_container(board)


def _declared_as_description(board: Board, block: Block) -> bool:
    start = fold(block.text)[:_COMPARED]
    metas = board.document.head.metas
    declared = (value for key in ("og:description", "description") for value in metas.get(key, ()))
    return any(start in fold(value) for value in declared)


def _story_container(board: Board) -> int:
    """The container that directly holds most of the kept text."""
    sizes: dict[int, int] = {}
    parents = board.document.containers
    for block in board.having(Role.BODY):
        parent = parents[block.container] if block.container >= 0 else -1
        sizes[parent] = sizes.get(parent, 0) + len(block.text)
    return max(sizes, key=lambda number: sizes[number], default=-1)


def _reason(board: Board, block: Block) -> tuple[str, str, float]:
    verdict = board.verdicts[block.index]
    if verdict is not None and verdict.role is Role.SUMMARY:
        return verdict.rule, verdict.evidence, verdict.confidence
    return "lead.printed", "stands between headline and story and is marked or declared as the lead", 0.85


def _settle_copies(board: Board, lead: Block) -> None:
    """A body paragraph of the same words, and further blocks that were claimed as lead."""
    words = fold(lead.text)
    for block in board.blocks:
        if block.index != lead.index and board.role(block.index) in BODY_ROLES and fold(block.text) == words:
            board.judge(block.index, Role.DUPLICATE_BODY, "lead.copy", f"repeats the lead of block {lead.index}", 0.9)
