"""Captions that no shape gives away: the trained judge of lines finds them among what the steps kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.model import Role, Verdict
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import is_bare
from cleaner.settle.lines.view import Line, View

if TYPE_CHECKING:
    from cleaner.settle.lines.line_judge import Likely  # loads numpy

_MOST = 1_000  # lines; the judge learned from stories of up to 300
_MAX_CHARS = 260
_SURE = 0.6  # the probability of being none of the story from which a line is cut
_SHARE = 0.25  # of the kept lines that may be captions; where more read like them, they tell the story
_HEADED = 4  # headings: a live report, a list or a guide has so many, and lines like them are its headings
_OPEN = frozenset(("shape.paragraph", "shape.heading"))


def settle_likely_captions(board: Board, view: View) -> None:
    """Paragraphs and headings that are hardly story and likest a caption. Clean text stays as it is.

    What else is none of the story the steps know better: of lines that the judge took for anything else, more than
    every fifth was story (docs/decisions.md).
    """
    if is_bare(board) or len(view.lines) > _MOST:
        return
    draft = board.result()
    asked = [line.number for line, verdict in zip(view.lines, draft, strict=True) if is_open(line, verdict)]
    if not asked:
        return
    from cleaner.settle.lines.line_judge import judge_lines

    judged = zip(asked, judge_lines(view, board.claims, draft, asked), strict=True)
    headed = sum(verdict.role is Role.HEADING for verdict in draft) >= _HEADED
    found = {
        number: 1 - likely.kept
        for number, likely in judged
        if is_caption(likely) and not (headed and draft[number].role is Role.HEADING)
    }
    if len(found) <= _SHARE * sum(verdict.kept for verdict in draft):
        for number, cut in found.items():
            evidence = f"p={cut:.2f} against the {draft[number].role} of {draft[number].rule}"
            board.judge(number, Role.CAPTION, "judge.caption", evidence, round(cut, 3))


def is_caption(likely: Likely) -> bool:
    """Hardly story, and a caption more than anything else."""
    return 1 - likely.kept > _SURE and likely.caption > likely.other


def is_open(line: Line, draft: Verdict) -> bool:
    """One short sentence, story for want of anything that says otherwise."""
    return line.chars <= _MAX_CHARS and line.sentences == 1 and draft.rule in _OPEN
