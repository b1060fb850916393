"""Text to blocks: a line or paragraph is a block; lines that lost or gained line breaks are mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.limits import most_pieces
from cleaner.model import Block, DecodedPage
from cleaner.rulebook import Rulebook
from cleaner.segment.lines_glue import glue_points
from cleaner.segment.lines_join import rejoin
from cleaner.segment.lines_rules import rule_points
from cleaner.segment.lines_wrap import Span, unwrap
from cleaner.text import collapse

_LINE = re.compile(r"[^\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MAX_DEPTH = 8
_RUN_ON = 3000  # characters of one block from which line breaks are surely missing


def cut_lines(page: DecodedPage, rulebook: Rulebook) -> tuple[Block, ...]:
    """The lines of a text page as blocks, in order; together they hold all of its text.

    A block's `start` and `end` delimit its raw text in `page.text`, `gap` counts the blank lines
    before it. Its text is what is printed there with white space collapsed; HTML entities stay as
    printed, so that the blocks' texts are the page's text letter for letter.
    """
    blocks: list[Block] = []
    lines = _bounded(list(_spans(page.text)), most_pieces(len(page.text)))
    for span in rejoin(page.text, unwrap(page.text, lines)):
        for number, (start, end) in enumerate(_pieces(page.text, span.start, span.end, rulebook)):
            gap = 0 if number else span.gap
            blocks.append(Block(len(blocks), collapse(page.text[start:end]), start, end, gap=gap))
    return tuple(blocks)


def _bounded(spans: list[Span], most: int) -> list[Span]:
    """The lines, or several of them as one where a page has lines without number; nothing is left out."""
    if len(spans) <= most:
        return spans
    each = -(-len(spans) // most)
    groups = (spans[start : start + each] for start in range(0, len(spans), each))
    return [Span(group[0].start, group[-1].end, group[0].gap) for group in groups]


def line_warnings(page: DecodedPage, blocks: Sequence[Block]) -> tuple[str, ...]:
    """What had to be mended, and what could not be: facts for the report."""
    most = most_pieces(len(page.text))
    crowded = page.text.count("\n") > most and sum(1 for _ in _spans(page.text)) > most
    joined = sum("\n" in page.text[block.start : block.end] for block in blocks)
    cut = sum(before.end >= 0 and "\n" not in page.text[before.end : after.start] for before, after in pairwise(blocks))
    long = max((len(block.text) for block in blocks), default=0)
    found = (
        (joined and not crowded, f"{joined} paragraphs were broken over several lines and have been joined"),
        (crowded, f"more than {most} lines: {joined} blocks hold several lines each"),
        (cut, f"{cut} places where paragraphs stood on one line without a break were cut"),
        (long >= _RUN_ON, f"one line holds {long} characters: the scrape lost its line breaks"),
    )
    return tuple(message for fact, message in found if fact)


def _spans(text: str) -> Iterator[Span]:
    """The non-blank lines, edges trimmed, each with the number of blank lines before it."""
    breaks = position = 0  # line breaks since the last non-blank line
    first = True
    for match in _LINE.finditer(text):
        breaks += match.start() - position
        position = match.end()
        line = match[0]
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(line.strip()), 0 if first else breaks - 1)
            first, breaks = False, 0


def _pieces(text: str, start: int, end: int, rulebook: Rulebook, depth: int = 0) -> Iterator[tuple[int, int]]:
    """The parts of a line that are blocks of their own, edges trimmed; a part may have to be cut again."""
    points: list[int] = []
    if depth < _MAX_DEPTH:
        points = glue_points(text, start, end) or rule_points(text, start, end, rulebook)
    for left, right in pairwise([start, *points, end]):
        piece = text[left:right]
        left += len(piece) - len(piece.lstrip())
        right -= len(piece) - len(piece.rstrip())
        if left < right and points:
            yield from _pieces(text, left, right, rulebook, depth + 1)
        elif left < right:
            yield left, right
