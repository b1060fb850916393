"""Captions that no markup names: a short line right behind a picture that is not set as the story is."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.model import Block, ImageRef, Role
from cleaner.settle.board import Board

_MIN_CHARS, _MAX_CHARS = 16, 220
_OPEN_CHARS = (24, 160)  # of a line without a full stop; shorter ones name what is shown, as lists of products do
_ITALIC_CHARS = (30, 160)  # of a line in italics; shorter ones stress a word, longer ones are remarks of the author
_SMALL = 3  # one word in so many at least begins with a small letter, where letters have two sizes
_LABEL = 20  # characters within which a label ends: "Best for: ..."
_STOPS = (".", "!", "?", ":", ";", ",", "…")
_CLOSING = "”\"’')]» "
_NOT_IN = f.QUOTE | f.LIST | f.HEADING | f.PRE | f.DEFINITION
_PARAGRAPHS = frozenset(("p", "div", "td", "figure", "center", "span"))


def settle_under_picture(board: Board) -> None:
    """Of the blocks judged as story those behind a picture that are in italics, in its frame, or end as no sentence."""
    for image in board.document.images:
        if image.block < len(board.blocks):
            block = board.blocks[image.block]
            evidence = _evidence(block, image) if _is_open(board, block, image) else ""
            if evidence:
                board.judge(block.index, Role.CAPTION, "shape.under-picture", f"behind a picture, {evidence}", 0.7)


def _is_open(board: Board, block: Block, image: ImageRef) -> bool:
    """Judged as text, or as a cell of the table that holds nothing but picture and caption."""
    role = board.role(block.index)
    return role is Role.BODY or (role is Role.TABLE and _table(block.path) == _table(image.path))


def _table(path: str) -> str:
    return path.rpartition(" > tr:")[0]


def _evidence(block: Block, image: ImageRef) -> str:
    """Why the block is the picture's caption; "" when it is not."""
    size = len(block.text)
    if not _MIN_CHARS <= size <= _MAX_CHARS or block.flags & _NOT_IN or block.tag not in _PARAGRAPHS or block.links:
        return ""
    if _is_italic(block):
        return "in italics"
    if block.figure >= 0 and block.figure == image.figure and block.flags & f.FIGURE:
        return "inside its <figure>"
    return "without a full stop" if _is_open_line(block) else ""


def _is_open_line(block: Block) -> bool:
    """Words that end as no sentence does; not bold, not numbered, no name of a product, without a label or bars."""
    text, (least, most) = block.text, _OPEN_CHARS
    words = text.split()
    return (
        block.bold_chars * 2 < len(text)
        and least <= len(text) <= most
        and sum(word[0].isalpha() and not word[0].isupper() for word in words) * _SMALL >= len(words)
        and (text[0].isalpha() or text[0] in "“\"‘'")
        and not text.rstrip(_CLOSING).endswith(_STOPS)
        and ": " not in text[:_LABEL]
        and not any(mark in text for mark in "|\n")
    )


def _is_italic(block: Block) -> bool:
    """All of it, and neither a question nor an exclamation."""
    least, most = _ITALIC_CHARS
    told = least <= len(block.text) <= most and not block.text.rstrip(_CLOSING).endswith(("?", "!"))
    return told and bool(block.runs) and all(run.style & f.ITALIC for run in block.runs if not run.text.isspace())
