"""A story of a few lines on a page of many: the judge, who counts what stands around, doubts all of it."""

from __future__ import annotations

from cleaner.flags import hint_bits
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.text import SENTENCE_ENDS

BRIEF_RULE = "shape.brief"
_BRIEF = 700  # characters of what the judge keeps, under which a story is a brief
_MIN_CHARS = 30
_LEAST = 0.15  # the judge's probability that a paragraph of it needs at least
_BODY = hint_bits("body")
_OTHERS = hint_bits(
    "related", "popular", "comment", "promo", "share", "ad", "sidebar", "legal", "tags", "footer", "popup"
)
_OFFERS = frozenset((Role.RELATED, Role.RELATED_LABEL, Role.COMMENT, Role.TAGS, Role.PROMO))
_OPENING = frozenset((Role.TITLE, Role.SUMMARY))


def settle_brief(board: Board) -> None:
    """On a page of news: sentences in an element named as text, before anything else is offered or beside kept ones."""
    if not (board.is_news and board.scores):
        return
    kept = board.having(*BODY_ROLES)
    if sum(len(block.text) for block in kept) >= _BRIEF:
        return
    title = next((block.index for block in board.having(Role.TITLE)), len(board.blocks))
    homes = {board.parent(block) for block in kept if block.index > title}
    only = True  # nothing else is offered since the headline
    for block in board.blocks[title + 1 :]:
        only = only and not _is_offer(board, block)
        opens = only or board.role(block.index - 1) in _OPENING
        if (opens or board.parent(block) in homes) and _is_told(board, block):
            homes.add(board.parent(block))
            evidence = f"a sentence of a brief, in an element named as its text, p={board.scores[block.index]:.2f}"
            board.judge(block.index, Role.BODY, BRIEF_RULE, evidence, 0.6)


def _is_told(board: Board, block: Block) -> bool:
    return (
        board.verdicts[block.index] is None
        and block.tag == "p"
        and not block.links
        and bool(block.near & _BODY)
        and not block.near & _OTHERS
        and len(block.text) >= _MIN_CHARS
        and block.text.endswith(SENTENCE_ENDS)
        and board.scores[block.index] >= _LEAST
    )


def _is_offer(board: Board, block: Block) -> bool:
    role = board.role(block.index)
    return role in _OFFERS or (role is None and block.links > 0)
