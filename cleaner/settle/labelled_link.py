"""Other articles offered in a paragraph of a page of news, in any language: a short label, then titles as links."""

from __future__ import annotations

from itertools import dropwhile

from cleaner import flags as f
from cleaner.model import Block, Role, Run
from cleaner.settle.board import Board
from cleaner.text import collapse, letters_worth

_NOT_IN = f.QUOTE | f.LIST | f.TABLE | f.PRE | f.DEFINITION
_PARAGRAPHS = frozenset(("p", "div"))
_TEXT = frozenset((Role.BODY, Role.HEADING))
_SOURCES = frozenset((Role.AGENCY_SOURCE, Role.SOURCE_URL, Role.CREDIT, Role.BYLINE))
_MAX_CHARS, _MAX_LABEL, _LABEL_WORDS = 240, 32, 5
_LEAST = 20  # letters of a title
_MOST = 6  # titles under one label, a line each
_BULLETS = " *•·–-\n\xa0"
_CAPITALS = 4  # of a label that ends in no sign: "READ"
_QUOTES = "“„\"«‘'([ "
_SIGNS = (":", "：", "|", "»", ">")


def settle_labelled_links(board: Board) -> None:
    """Blogs print such lines as parts of their text, and "Website: ..." is data there."""
    if not board.is_news:
        return
    for block in board.blocks:
        line = 0 < block.links <= _MOST and board.role(block.index) in _TEXT and _is_line(block)
        if line and not _is_source(board, block) and _is_offer(block):
            board.judge(block.index, Role.RELATED, "shape.labelled-link", "a label and linked titles", 0.75)


def _is_line(block: Block) -> bool:
    """A short paragraph, and no item, cell or quotation."""
    return block.tag in _PARAGRAPHS and len(block.text) <= _MAX_CHARS * block.links and not block.flags & _NOT_IN


def _is_source(board: Board, block: Block) -> bool:
    """Whether a rule knows the label for that of a source: "Quelle: ...", conditional or not."""
    return any(claim.rule.role in _SOURCES for claim in board.claims[block.index])


def _is_offer(block: Block) -> bool:
    """The label is unlinked and ends in a sign or is in capitals; behind it stand links and bullets only."""
    runs = [run for run in block.runs if run.text.strip()]
    linked = list(dropwhile(_is_plain, runs))
    label = _text(runs[: len(runs) - len(linked)]).rstrip(_BULLETS)
    signed = label.endswith(_SIGNS) or (label.isupper() and len(label) >= _CAPITALS)
    if not (signed and linked and all(run.href or not run.text.strip(_BULLETS) for run in linked)):
        return False
    title = _text(linked)
    short = len(label) <= _MAX_LABEL and len(label.split()) <= _LABEL_WORDS
    return short and letters_worth(title) >= _LEAST * block.links and not title.lstrip(_QUOTES)[:1].islower()


def _is_plain(run: Run) -> bool:
    return not run.href


def _text(runs: list[Run]) -> str:
    return collapse("".join(run.text for run in runs))
