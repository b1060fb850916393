"""Who signed the story: claims that hold only at its ends, and short lines of names there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import takewhile

from cleaner.flags import HEADING_TAGS
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.rulebook import Claim
from cleaner.settle.board import Board
from cleaner.text import SENTENCE_ENDS

_PARAGRAPH = 80  # characters from which a block is counted as a paragraph of the story ...
_STANZA = 2  # ... and line breaks, which part verses
_MAX_NAMES = 60
_NAME = re.compile(r"[^\W\d_]+")
_MARKS = frozenset('“”"«»:★|@#?!.;0123456789')
_DEGREES = re.compile(  # "ThS.BS ", "BS.CK2 ", "Dr. "; a soldier's rank
    r"(?:[A-Z][A-Za-z]{1,4}\d?\.\s?)+(?:[A-Z]{2,4}\d?\s)?|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý|sĩ) "
)
_MIN_NAMES, _MAX_WORDS = 2, 10
_REACH = 3  # blocks
_ABOVE = 8  # blocks behind the headline
_MIN_HEADINGS = 3
_STOPS = (*SENTENCE_ENDS, "”", '"', ")", "」", "』")
_BESIDE = frozenset((Role.BYLINE, Role.AGENCY_SOURCE, Role.CAPTION, Role.CREDIT, Role.DATE))
_STORY = BODY_ROLES | {Role.SUMMARY}
_OPEN = _STORY | {None}
_LINES = frozenset((Role.BODY, Role.HEADING))


def settle_signed_above(board: Board) -> None:
    """Names one below the other between the headline and the story, where its date stands: a lead is behind them."""
    title = next((block.index for block in board.having(Role.TITLE)), len(board.blocks))
    above = list(takewhile(_is_short, board.blocks[title + 1 : title + 1 + _ABOVE]))
    if not any(board.role(block.index) is Role.DATE for block in above):
        return
    for block in above:
        named = _DEGREES.match(block.text) or _has_name_shape(board, block)
        if board.role(block.index) in _LINES and named and not block.links and is_names(block.text):
            board.judge(block.index, Role.BYLINE, "shape.signature", "names beside the date above the story", 0.7)


def _is_short(block: Block) -> bool:
    return len(block.text) < _PARAGRAPH


def settle_signature(board: Board) -> None:
    placed = _placed(board)
    long = [
        block.index
        for block in board.having(*_STORY)
        if (len(block.text) >= _PARAGRAPH or block.text.count("\n") >= _STANZA) and block.index not in placed
    ]
    if not long:
        return
    _settle_positions(board, placed, long[0], long[-1])
    behind = [block for block in board.having(*_LINES) if block.index > long[-1] and is_names(block.text)]
    headings = _headings(board) if behind else set()
    for block in behind:
        if block.index not in headings and not _is_document(board, block):
            board.judge(block.index, Role.BYLINE, "shape.signature", "a short line of names behind the story", 0.75)
    _settle_unjudged(board, board.having(*_STORY)[-1].index)


def _headings(board: Board) -> set[int]:
    """Headings of places or people, each with a sentence of the story right under it: one such line alone signs.
    And those of lists: "Trên Android"."""
    found = {
        heading.index
        for heading in board.having(Role.HEADING)
        for below in board.blocks[heading.index + 1 : heading.index + 2]
        if board.role(below.index) is Role.BODY and below.tag == heading.tag and below.text.endswith(_STOPS)
    }
    over_lists = {
        heading.index
        for heading in board.having(Role.HEADING)
        for below in board.blocks[heading.index + 1 : heading.index + 2]
        if heading.tag in HEADING_TAGS and board.role(below.index) is Role.LIST_ITEM
    }
    return over_lists | (found if len(found) >= _MIN_HEADINGS else set())


def _settle_unjudged(board: Board, last: int) -> None:
    """The line right behind the story that a rule of its language knows for a name's shape."""
    for block in board.blocks[last + 1 : last + 1 + _REACH]:
        role = board.role(block.index)
        named = role is None and not block.links and _has_name_shape(board, block) and is_names(block.text)
        if named and _is_document(board, block):
            board.judge(block.index, Role.BODY, "shape.document-name", "signs the document that the story quotes", 0.7)
        elif named:
            board.judge(block.index, Role.BYLINE, "shape.signature", "names right behind the story", 0.7)
        elif role not in _BESIDE:
            return


def _has_name_shape(board: Board, block: Block) -> bool:
    return any(claim.rule.weak and claim.rule.role is Role.BYLINE for claim in board.claims[block.index])


def _settle_positions(board: Board, placed: Mapping[int, list[Claim]], first: int, last: int) -> None:
    """Claims with position "head" hold before the first paragraph, those with "tail" after the last one."""
    for index, claims in placed.items():
        for claim in claims if _is_open(board, index) and not _is_document(board, board.blocks[index]) else ():
            if index < first if claim.rule.where.position == "head" else index > last:
                board.judge(index, claim.rule.role, claim.rule.id, claim.evidence, claim.rule.confidence)
                break


def _is_document(board: Board, block: Block) -> bool:
    """Whether it closes a document that the story quotes in full: "TM. CHÍNH PHỦ", and the name under it."""
    around = board.blocks[max(0, block.index - 1) : block.index + 1]
    return any(
        claim.rule.role is Role.BODY and not claim.rule.weak for other in around for claim in board.claims[other.index]
    )


def _placed(board: Board) -> dict[int, list[Claim]]:
    """By the numbers of their blocks, in page order, the claims that hold at one end of the story only."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for index, claims in enumerate(board.claims):
        for claim in claims:
            if not claim.rule.weak and claim.rule.where.position:
                found[index].append(claim)
    return found


def _is_open(board: Board, index: int) -> bool:
    return board.role(index) in _OPEN


def is_names(text: str) -> bool:
    """Nothing but a few capitalised words: "VĂN KHANG", "Giang Huy - Hoàng Phương", "ThS.BS Lê Hà"."""
    degrees = _DEGREES.match(text)
    text = text[degrees.end() :] if degrees else text
    if len(text) > _MAX_NAMES or not _MARKS.isdisjoint(text):
        return False
    words = _NAME.findall(text)
    return _MIN_NAMES <= len(words) <= _MAX_WORDS and all(word[0].isupper() for word in words)
