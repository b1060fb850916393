"""Other articles offered as a row of cards: a linked headline each, a sentence or two under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from cleaner.flags import HEADING_TAGS, LINK
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board

_MIN_CARDS = 2
_MAX_TEASER, _MAX_PIECES = 300, 3  # characters and blocks under a headline
_MIN_STORY = 300  # characters that the story has besides the cards
_MOST = 0.7  # the judge's mean probability under which a row is no part of the story
_TITLE_RULE, _TEASER_RULE = "shape.card.related-title", "shape.card.related-summary"
_OPEN = BODY_ROLES | {None}
_Card = list[Block]


def settle_cards(board: Board) -> None:
    """Such a row is other articles as a whole: under their label, or behind the story where the judge doubts it."""
    for row in _rows(board):
        if _is_offer(board, row):
            evidence = f"one of {len(row)} cards with a linked headline"
            for headline, *teaser in row:
                _judge(board, headline, _TITLE_RULE, evidence)
                for block in teaser:
                    _judge(board, block, _TEASER_RULE, evidence)


def _judge(board: Board, block: Block, rule: str, evidence: str) -> None:
    if board.role(block.index) in _OPEN:
        board.judge(block.index, Role.RELATED, rule, evidence, 0.75)


def _rows(board: Board) -> Iterator[list[_Card]]:
    """Cards that follow each other and stand in one element."""
    row: list[_Card] = []
    for card in _cards(board):
        if row and not _are_neighbours(board, row[-1], card):
            yield row
            row = []
        row.append(card)
    yield row


def _cards(board: Board) -> Iterator[_Card]:
    """Each linked headline with the few blocks behind it that share its element."""
    for block in board.blocks:
        if block.tag in HEADING_TAGS and block.container >= 0 and _is_linked(block):
            teaser = _under(board, block)
            if len(teaser) <= _MAX_PIECES and sum(len(piece.text) for piece in teaser) <= _MAX_TEASER:
                yield [block, *teaser]


def _under(board: Board, headline: Block) -> list[Block]:
    """At most one block more than a card may have."""
    own = _parent(board, headline)
    behind = board.blocks[headline.index + 1 : headline.index + 2 + _MAX_PIECES]
    return list(takewhile(lambda block: block.tag not in HEADING_TAGS and _parent(board, block) == own, behind))


def _is_linked(block: Block) -> bool:
    return bool(block.flags & LINK) or block.link_chars >= len(block.text) > 0


def _are_neighbours(board: Board, before: _Card, card: _Card) -> bool:
    """In elements of their own, which stand in one element or in elements that do."""
    parents = board.document.containers
    own, other = (_parent(board, one[0]) for one in (before, card))
    if own == other or min(own, other) < 0 or card[0].index != before[-1].index + 1:
        return False
    above, beside = parents[own], parents[other]
    return above == beside or (min(above, beside) >= 0 and parents[above] == parents[beside] >= 0)


def _is_offer(board: Board, row: list[_Card]) -> bool:
    if len(row) < _MIN_CARDS or not board.scores:
        return False
    first = row[0][0].index
    if first and board.role(first - 1) is Role.RELATED_LABEL:
        return True
    inside = {block.index for card in row for block in card}
    story = [block for block in board.having(*BODY_ROLES) if block.index not in inside]
    return (
        any(board.role(index) in BODY_ROLES for index in inside)
        and sum(len(block.text) for block in story) >= _MIN_STORY
        and max(block.index for block in story) < min(inside)
        and sum(board.scores[index] for index in inside) < _MOST * len(inside)
    )


def _parent(board: Board, block: Block) -> int:
    return board.document.containers[block.container] if block.container >= 0 else -1
