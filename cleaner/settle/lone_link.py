"""Other articles offered inside the text without a label: a paragraph that is one link and no sentence."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.model import Block, Role
from cleaner.settle.board import Board

_NOT_IN = f.QUOTE | f.LIST | f.TABLE | f.PRE | f.DEFINITION
_PARAGRAPHS = frozenset(("p", "div"))
_TEXT = frozenset((Role.BODY, Role.HEADING))
_SURE = 0.8  # the judge's probability from which a paragraph under a linked title is the story's
_SIDES = 2  # blocks around a card


def settle_lone_links(board: Board) -> None:
    """Such paragraphs that the judge took for the story, where a rule of their language knows the habit."""
    for block in board.having(*_TEXT):
        rule = lone_link_rule(board, block)
        if rule:
            board.judge(block.index, Role.RELATED, rule, "one link as a paragraph of its own", 0.75)
    _settle_teasers(board)


def _settle_teasers(board: Board) -> None:
    """What stands behind another article's title, in its link or in a small element with it, is its teaser."""
    parents = board.document.containers
    for title in board.headings:
        behind = board.blocks[title.index + 1 : title.index + 2] if title.links or title.flags & f.LINK else ()
        for block in behind if board.role(title.index) not in _TEXT else ():
            if board.role(block.index) is not Role.BODY or parents[title.container] != parents[block.container]:
                continue
            if title.flags & block.flags & f.LINK:
                evidence = "inside the link of the title above it"
                board.judge(block.index, Role.RELATED, "shape.linked-teaser", evidence, 0.75)
            elif _is_card(board, title, block):
                evidence = "all that an element holds besides the linked title above it"
                board.judge(block.index, Role.RELATED, "shape.card-teaser", evidence, 0.7)


def _is_card(board: Board, title: Block, teaser: Block) -> bool:
    """The two alone in an element, between blocks of the story's; the judge may doubt the second."""
    if title.link_chars < len(title.text) or board.scores[teaser.index] >= _SURE:
        return False
    around = (*board.blocks[max(0, title.index - 1) : title.index], *board.blocks[teaser.index + 1 : teaser.index + 2])
    home = board.parent(title)
    return len(around) == _SIDES and all(board.parent(block) != home != block.container for block in around)


def lone_link_rule(board: Board, block: Block) -> str:
    """The rule that takes a whole link for another article's title, "" for none.

    Labels with a title are no business of it.
    """
    if block.links != 1 or block.tag not in _PARAGRAPHS or block.flags & _NOT_IN:
        return ""
    for rule, _ in board.claims[block.index]:  # generators would be two calls a paragraph
        if rule.weak and rule.where.linked and rule.role is Role.RELATED:
            return rule.id
    return ""
