"""What the trained judge keeps becomes the story, typed by the element it stands in."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.flags import HEADING_TAGS
from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.settle.threshold import keep_from

_BOLD_HEADING_CHARS = 160
_BOLD_SHARE = 0.9


def settle_story(board: Board) -> None:
    if not board.scores:
        return
    doubtful = [(block, board.scores[block.index]) for block in board.undecided()]
    least = keep_from((len(block.text), score) for block, score in doubtful)
    for block, score in doubtful:
        if score >= least:
            board.judge(block.index, _role(board, block), "judge.story", f"p={score:.2f}", round(score, 3))


def _role(board: Board, block: Block) -> Role:
    """As the markup says; a cell that holds several paragraphs lays out a page and is no table."""
    role = body_role(block)
    if role is not Role.TABLE:
        return role
    around = board.blocks[max(0, block.index - 1) : block.index + 2]
    if sum(other.path == block.path for other in around) < 2:
        return role
    return Role.HEADING if _is_bold_heading(block) else Role.BODY


def body_role(block: Block) -> Role:
    """Which kind of body block the markup says it is."""
    if block.tag in HEADING_TAGS:
        return Role.HEADING
    if block.flags & f.TABLE and block.tag in ("td", "th"):
        return Role.TABLE
    if block.flags & f.QUOTE:
        return Role.QUOTE
    if block.flags & (f.LIST | f.DEFINITION) and block.tag in ("li", "dd", "dt"):
        return Role.LIST_ITEM
    if _is_bold_heading(block):
        return Role.HEADING
    return Role.BODY


def _is_bold_heading(block: Block) -> bool:
    """A short paragraph that is bold as a whole and does not end like a sentence."""
    size = len(block.text)
    return (
        0 < size <= _BOLD_HEADING_CHARS
        and block.bold_chars >= size * _BOLD_SHARE
        and not block.text.endswith((".", "!", ",", ";", ":", "”", '"'))
    )
