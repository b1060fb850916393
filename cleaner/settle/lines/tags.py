"""Key words that stand one a line behind the story: below their label, or below the signature without one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import weak_claim
from cleaner.settle.lines.signature import is_signature
from cleaner.settle.lines.view import Line, View

_MAX_CHARS, _MAX_WORDS = 40, 6
_FEWEST = 2  # key words that need no label


def settle_tag_lines(board: Board, view: View) -> None:
    last = max(
        (line.number for line in view.lines if line.is_paragraph and board.role(line.number) is None), default=None
    )
    if last is None:
        return
    behind = view.lines[last + 1 :]
    for before, line in pairwise(behind):
        if board.role(before.number) is Role.TAGS and _is_tag(board, line, ","):
            board.judge(line.number, Role.TAGS, "shape.tag", "a few words on the line below a key word", 0.7)
    for run in _runs(board, view, behind):
        if len(run) >= _FEWEST and (_are_small(run) or all(_is_told(view, line) for line in run)):
            for line in run:
                board.judge(line.number, Role.TAGS, "shape.tag", "one of several short lines behind the story", 0.6)
    free = [line for line in behind if board.role(line.number) is None]
    if len(free) > _FEWEST and weak_claim(board, free[0].number, Role.BYLINE) and _are_tags(board, free[1:]):
        for line in free[1:]:
            board.judge(line.number, Role.TAGS, "shape.tag", "one of several short lines below the signature", 0.6)


def _are_small(lines: list[Line]) -> bool:
    return sum(line.text[0].islower() for line in lines) * 2 >= len(lines)


def _is_told(view: View, line: Line) -> bool:
    """All its words stand in the story."""
    return all(view.first_word[word] < line.number for word in line.words)


def _runs(board: Board, view: View, lines: Sequence[Line]) -> list[list[Line]]:
    """Short lines next to each other; a name above them signs the story, a colon announces verse."""
    runs: list[list[Line]] = [[]]
    announced = False
    for line in lines:
        if not _is_tag(board, line):
            announced = line.stop == ":"
            runs.append([])
        elif not announced and (runs[-1] or not _may_sign(board, view, line)):
            runs[-1].append(line)
    return runs


def _may_sign(board: Board, view: View, line: Line) -> bool:
    """A name; what only looks like one and stands in the story is a key word."""
    known = weak_claim(board, line.number, Role.BYLINE) is not None
    return is_signature(board, line) and (known or not _is_told(view, line))


def _are_tags(board: Board, lines: list[Line]) -> bool:
    """Short lines one of which begins with a small letter, as no name and no title does."""
    return all(_is_tag(board, line) for line in lines) and any(line.text[0].islower() for line in lines)


def _is_tag(board: Board, line: Line, stops: str = "") -> bool:
    """A few words; with a colon inside they are a row of a table."""
    open_ended = not line.stop or line.stop in stops
    short = open_ended and line.chars <= _MAX_CHARS and len(line.words) <= _MAX_WORDS and not line.bullet
    return short and ": " not in line.text and board.role(line.number) is None and not _is_placed(board, line)


def _is_placed(board: Board, line: Line) -> bool:
    """A rule knows the line as something that stands behind a story: an office, a source."""
    firm = (claim.rule for claim in board.claims[line.number] if not claim.rule.weak)
    return any(rule.where.position != "head" for rule in firm)
