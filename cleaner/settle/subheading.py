"""Headings of a story in scripts of few characters or without capitals: of these the judge learned little."""

from __future__ import annotations

from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.labels import ancestors
from cleaner.text import letters_worth, squeeze

_MAX_CHARS = 40
_NEAR = 3  # elements around a block among which the heading's own is found, lists between them
_FAR = 5  # elements around the text of the section before it
_MIN_BOLD_CHARS, _BOLD_CHARS = 8, 80  # of a bold line that is a heading
_BOLD_SHARE = 0.95
_PARAGRAPH = 60  # characters of the story's paragraphs above and under it
_MIN_SCORE = 0.25
_PICTURED = frozenset({Role.CAPTION, Role.CAPTION_DUPLICATE, Role.CREDIT})
_STOPS = (".", ",", ";", ":", "…", ")", "!", "»", ">")
_REACH = 3  # blocks above a heading among which the story stands; boxes come between


def settle_subheading(board: Board) -> None:
    """A bold line between two paragraphs; a heading element between two pieces of story in one element with it."""
    for block in board.undecided() if board.scores else ():
        if block.bold_chars and _is_bold_line(board, block):
            evidence = "a bold line between two paragraphs of the story"
            board.judge(block.index, Role.HEADING, "shape.bold-subheading", evidence, 0.6)
    for block in board.headings:
        if board.verdicts[block.index] is None and _is_dense(block):
            above = board.blocks[max(0, block.index - _REACH) : block.index]
            below = board.blocks[block.index + 1 : block.index + 2]
            told = any(_is_story(board, block, after) for after in below)
            if told and any(_is_above(board, block, before) for before in above):
                board.judge(block.index, Role.HEADING, "shape.subheading", "a heading between two pieces of story", 0.6)


def _is_bold_line(board: Board, block: Block) -> bool:
    """A bold line without a link between two paragraphs of the story that stand in its own element."""
    size = len(block.text)
    if block.links or not _MIN_BOLD_CHARS <= size <= _BOLD_CHARS or block.text.endswith(_STOPS) or "\n" in block.text:
        return False
    if block.bold_chars < len(squeeze(block.text)) * _BOLD_SHARE or board.scores[block.index] < _MIN_SCORE:
        return False
    above = [
        other
        for other in board.blocks[max(0, block.index - _REACH) : block.index]
        if board.role(other.index) not in _PICTURED
    ]
    return all(_is_paragraph(board, block, other) for other in (*above[-1:], *board.blocks[block.index + 1 :][:1]))


def _is_paragraph(board: Board, block: Block, other: Block) -> bool:
    return len(other.text) >= _PARAGRAPH and board.role(other.index) is Role.BODY and _beside(board, block, other)


def _is_story(board: Board, block: Block, other: Block) -> bool:
    return board.role(other.index) in BODY_ROLES and _beside(board, block, other)


def _is_above(board: Board, block: Block, other: Block) -> bool:
    """In one element with the heading, or in the one before it, where each heading opens an element of its own."""
    if _is_story(board, block, other):
        return True
    parent = board.parent(block)
    around = board.document.containers[parent] if parent >= 0 else -1
    return board.role(other.index) in BODY_ROLES and around >= 0 and around in ancestors(board, other, _FAR)


def _is_dense(block: Block) -> bool:
    """Unlinked, and most of its characters are worth three letters, or are of a script without capitals."""
    size = len(block.text)
    if block.links or size > _MAX_CHARS:
        return False
    return letters_worth(block.text) > 2 * size or (
        block.text.upper() == block.text.lower() != "" and not block.text.isascii()
    )


def _beside(board: Board, block: Block, other: Block) -> bool:
    """Whether the element around the block also holds the other, at most as an item of a list of its own."""
    parent = board.document.containers[block.container] if block.container >= 0 else -1
    return parent >= 0 and parent in ancestors(board, other, _NEAR)
