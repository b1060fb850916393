"""Other articles offered inside the text without a label: a paragraph that is one link and no sentence."""

from __future__ import annotations

from itertools import pairwise

from cleaner import flags as f
from cleaner.flags import HEADING_TAGS
from cleaner.model import Block, Role
from cleaner.settle.board import Board

_NOT_IN = f.QUOTE | f.LIST | f.TABLE | f.PRE | f.DEFINITION
_PARAGRAPHS = frozenset(("p", "div"))
_TEXT = frozenset((Role.BODY, Role.HEADING))


def settle_lone_links(board: Board) -> None:
    """Such paragraphs that the judge took for the story, where a rule of their language knows the habit."""
    for block in board.blocks:
        rule = lone_link_rule(board, block)
        if rule and board.role(block.index) in _TEXT:
            board.judge(block.index, Role.RELATED, rule, "one link as a paragraph of its own", 0.75)
    _settle_teasers(board)


def _settle_teasers(board: Board) -> None:
    """What stands inside the link of another article's title, right behind it in one element, is its teaser."""
    parents = board.document.containers
    for title, block in pairwise(board.blocks):
        if (
            title.flags & block.flags & f.LINK
            and title.tag in HEADING_TAGS
            and board.role(title.index) not in _TEXT
            and board.role(block.index) is Role.BODY
            and parents[title.container] == parents[block.container]
        ):
            evidence = "inside the link of the title above it"
            board.judge(block.index, Role.RELATED, "shape.linked-teaser", evidence, 0.75)


def lone_link_rule(board: Board, block: Block) -> str:
    """The rule that takes a whole link for another article's title, "" for none.

    Labels with a title are no business of it.
    """
    if block.links != 1 or block.tag not in _PARAGRAPHS or block.flags & _NOT_IN:
        return ""
    rules = (claim.rule for claim in board.claims[block.index] if claim.rule.weak)
    return next((rule.id for rule in rules if rule.role is Role.RELATED and rule.where.linked), "")
