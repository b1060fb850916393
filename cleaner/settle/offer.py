"""Boxes that sell: a label asks to subscribe, and what stands under it in the same small box lists what one gets."""

from __future__ import annotations

import re

from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.claims import strongest
from cleaner.settle.labels import scope_of

_MAX_BLOCKS = 16  # of a box; a label in the container of the story stands before more
_FILM = re.compile(r"\b(?:video|clip|phim)\b.*:$", re.IGNORECASE | re.DOTALL)
_MAX_TITLE = 140
_STOPS = (".", "!", "…", ":", ";")
_MAX_CHARS = 220  # of a line in it; a paragraph of the story is longer


def settle_offer(board: Board) -> None:
    for label in board.having(Role.PROMO):
        _settle_film(board, label)
        claim = strongest(board.claims[label.index])
        if claim is None or not claim.rule.where.line:
            continue
        box = _box(board, label, scope_of(board, label))
        if len(box) >= _MAX_BLOCKS or any(len(block.text) > _MAX_CHARS for block in box):
            continue
        if any(board.role(block.index) is Role.TITLE for block in box):
            continue  # the section's name above the headline: "Video"
        for block in box:
            if _is_open(board, block):
                evidence = f"stands in a box under the label “{label.text[:60]}”"
                board.judge(block.index, Role.PROMO, claim.rule.id, evidence, 0.8)


def _settle_film(board: Board, invitation: Block) -> None:
    """ "Mời bạn đọc xem video đang được quan tâm:" is another story's film, and the line under it is its title."""
    if not _FILM.search(invitation.text):
        return
    for title in board.blocks[invitation.index + 1 : invitation.index + 2]:
        if board.role(title.index) in BODY_ROLES and len(title.text) <= _MAX_TITLE and title.text[-1] not in _STOPS:
            evidence = f"the film to which “{invitation.text[:60]}” invites"
            board.judge(title.index, Role.PROMO, "shape.film-title", evidence, 0.75)


def _box(board: Board, label: Block, scope: int) -> list[Block]:
    """The blocks behind the label that opens this container, up to the size of a box; none when it does not open it."""
    found: list[Block] = []
    if label.index and board.stands_in(board.blocks[label.index - 1], scope):
        return found
    for block in board.blocks[label.index + 1 : label.index + 1 + _MAX_BLOCKS]:
        if not board.stands_in(block, scope):
            break
        found.append(block)
    return found


def _is_open(board: Board, block: Block) -> bool:
    verdict = board.verdicts[block.index]
    return verdict is None or verdict.rule in ("judge.story", "shape.group", "shape.fragment")
