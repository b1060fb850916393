"""Captions that no markup names: a short line right behind a picture that is not set as the story is."""

from __future__ import annotations

from itertools import takewhile

from cleaner import flags as f
from cleaner.model import BODY_ROLES, Block, ImageRef, Role
from cleaner.settle.board import Board
from cleaner.text import SENTENCE_ENDS, fold

_MIN_CHARS, _MAX_CHARS = 16, 220
_MAX_SAME = 500  # of one whose words the picture repeats
_OPEN_CHARS = (24, 160)  # of a line without a full stop; shorter ones name what is shown, as lists of products do
_ITALIC_CHARS = (30, 160)  # of a line in italics; shorter ones stress a word, longer ones are remarks of the author
_VIDEO = f.hint_bits("video")
_MAX_FILM = 160  # characters
_SHORTEST = 8  # characters of one that is set as others are
_SMALL = 3  # one word in so many at least begins with a small letter, where letters have two sizes
_DOUBTFUL = "shape.beside-story"
_NESTED = 3  # levels below an element within which its picture and caption stand
_LABEL = 20  # characters within which a label ends: "Best for: ..."
_STOPS = (*SENTENCE_ENDS, ":", ";", ",", "：", "；", "，", "、", "،")
_CLOSING = "”\"’')]» 」』）】"
_NOT_IN = f.QUOTE | f.LIST | f.HEADING | f.PRE | f.DEFINITION
_OPEN = frozenset((None, Role.BODY))
_STORY = BODY_ROLES | {Role.CAPTION}
_LOWEST = frozenset(("h5", "h6"))
_PARAGRAPHS = frozenset(("p", "div", "td", "figure", "center", "span"))


def settle_under_picture(board: Board) -> None:
    """Of the blocks in the story those behind a picture that are in italics, in its frame, or end as no sentence."""
    for image in board.document.images:
        if image.block < len(board.blocks):
            block = board.blocks[image.block]
            evidence = _evidence(board, block, image) if _is_open(board, block, image) else ""
            if evidence:
                board.judge(block.index, Role.CAPTION, "shape.under-picture", f"behind a picture, {evidence}", 0.7)
    _settle_short(board)
    _settle_films(board)


def _settle_films(board: Board) -> None:
    """A sentence or two that are all there is in the box of a film, beside a paragraph of the story."""
    for block in board.blocks[1:-1]:
        if block.near & _VIDEO and board.role(block.index) in _OPEN and len(block.text) <= _MAX_FILM:
            around = (board.blocks[block.index - 1], board.blocks[block.index + 1])
            beside = any(board.role(near.index) is Role.BODY for near in around)
            if beside and not block.links and not any(near.near & _VIDEO for near in around):
                board.judge(block.index, Role.CAPTION, "shape.under-picture", "alone in the box of a film", 0.7)


def _settle_short(board: Board) -> None:
    """Few words in italics behind a picture, where longer ones of the same make are captions."""
    makes = {_make(board, block) for block in board.having(Role.CAPTION) if _is_in_italics(block)}
    for image in board.document.images if makes else ():
        if image.block < len(board.blocks):
            block = board.blocks[image.block]
            short = _SHORTEST <= len(block.text) < _ITALIC_CHARS[0] and not block.links
            if short and board.role(block.index) in _OPEN and _is_in_italics(block) and _make(board, block) in makes:
                evidence = "behind a picture, in italics as other captions are"
                board.judge(block.index, Role.CAPTION, "shape.under-picture", evidence, 0.7)


def _make(board: Board, block: Block) -> tuple[str, int]:
    return block.tag, board.parent(block)


def _is_open(board: Board, block: Block, image: ImageRef) -> bool:
    """Judged as text, or as one of the lowest headings, or as a cell of the table that holds nothing but picture and
    caption; not judged at all, or left out as doubtful, next to the story."""
    verdict = board.verdicts[block.index]
    if verdict is None or verdict.rule == _DOUBTFUL:
        return _is_in_story(board, block)
    if verdict.role is Role.HEADING:
        return block.tag in _LOWEST
    return verdict.role is Role.BODY or (verdict.role is Role.TABLE and _table(block.path) == _table(image.path))


def _is_in_story(board: Board, block: Block) -> bool:
    around = range(max(0, block.index - 1), min(len(board.blocks), block.index + 2))
    return any(board.role(index) in _STORY for index in around)


def _table(path: str) -> str:
    return path.rpartition(" > tr:")[0]


def _evidence(board: Board, block: Block, image: ImageRef) -> str:
    """Why the block is the picture's caption; "" when it is not."""
    size = len(block.text)
    if size <= _MAX_SAME and block.tag in _PARAGRAPHS and not block.links and _is_said_by(image, block):
        return "which says the same in an attribute"
    if block.tag in _LOWEST and size <= _MAX_CHARS and block.text.endswith(".") and not block.links:
        return "a lowest heading with a full stop"
    if not _MIN_CHARS <= size <= _MAX_CHARS or block.flags & _NOT_IN or block.tag not in _PARAGRAPHS or block.links:
        return ""
    if _is_italic(block):
        return "in italics"
    if block.figure >= 0 and block.figure == image.figure and block.flags & f.FIGURE:
        return "inside its <figure>"
    if any(claim.rule.weak and claim.rule.role is Role.CAPTION for claim in board.claims[block.index]):
        return "in the middle" if _is_told(block.text) else ""
    if _is_alone_below(board, block, image):
        return "the only words of its table"
    if board.is_news and _is_alone_beside(board, block, image) and not block.text.rstrip(_CLOSING).endswith(_STOPS):
        return "alone with it in an element"
    return "without a full stop" if _is_open_line(block) else ""


def _is_said_by(image: ImageRef, block: Block) -> bool:
    """Whether an attribute of the picture, its alt text as a rule, repeats the words."""
    words = fold(block.text).rstrip(". ")
    return len(words) >= _MIN_CHARS and any(fold(said).rstrip(". ") == words for _, said in image.attributes)


def _is_told(text: str) -> bool:
    """One sentence, neither asked nor called, with words in small letters."""
    least, most = _OPEN_CHARS
    words = text.split()
    return (
        least <= len(text) <= most
        and not text.endswith(("?", "!", ":", "”", '"', "»"))
        and ". " not in text
        and sum(not word[0].isupper() for word in words) * 2 >= len(words)
    )


def _is_alone_below(board: Board, block: Block, image: ImageRef) -> bool:
    """Whether a table holds nothing but the picture and, in a lower row, the block."""
    table, _, row = block.path.rpartition(" > tr:")
    above, _, other = image.path.rpartition(" > tr:")
    if not table or table != above or row.partition(" ")[0] == other.partition(" ")[0]:
        return False
    around = (board.blocks[index] for index in (block.index - 1, block.index + 1) if 0 <= index < len(board.blocks))
    return not any(near.path.startswith(f"{table} > ") for near in around)


def _is_alone_beside(board: Board, block: Block, image: ImageRef) -> bool:
    """Whether a small element holds nothing but the picture and, behind it, the block."""
    steps, others = block.path.split(" > "), image.path.split(" > ")
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(steps, others, strict=False)))
    if not shared or max(len(steps), len(others)) - shared > _NESTED:
        return False
    frame = " > ".join(steps[:shared])
    around = (board.blocks[index] for index in (block.index - 1, block.index + 1) if 0 <= index < len(board.blocks))
    return not any(near.path == frame or near.path.startswith(f"{frame} > ") for near in around)


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
    return told and _is_in_italics(block)


def _is_in_italics(block: Block) -> bool:
    return bool(block.runs) and all(run.style & f.ITALIC for run in block.runs if not run.text.isspace())
