"""A text judged line by line with the shipped rules: what a step's test looks at."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.model import DecodedPage, Document, Head
from cleaner.pipeline import default_rulebook
from cleaner.segment.lines import cut_lines
from cleaner.settle.board import Board
from cleaner.settle.text import settle_text
from cleaner.text import resolved

RULEBOOK = default_rulebook()
ACTIVE = RULEBOOK.select(text=True)


class Judged(NamedTuple):
    text: str
    role: str
    rule: str
    kept: bool
    evidence: str
    start: int
    end: int


def read(text: str) -> list[Judged]:
    """The judged blocks of a text page, in order."""
    page = DecodedPage(text, "text", "utf-8", "str")
    blocks = cut_lines(page, RULEBOOK)
    claims = [RULEBOOK.claims(block._replace(text=resolved(block.text)), ACTIVE) for block in blocks]
    board = Board(Document(page, blocks, Head()), claims)
    settle_text(board)
    return [
        Judged(block.text, str(verdict.role), verdict.rule, verdict.kept, verdict.evidence, block.start, block.end)
        for block, verdict in zip(blocks, board.result(), strict=True)
    ]


def roles(text: str) -> list[str]:
    return [line.role for line in read(text)]


def find(text: str, start: str) -> Judged:
    """The judged block that begins with these words."""
    return next(line for line in read(text) if line.text.startswith(start))
