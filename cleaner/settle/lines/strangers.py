"""What shows that a headline and the paragraph under it are another article: layout, place and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import can_be_teaser
from cleaner.settle.lines.view import Line, View, restates

_BOND = 0.15  # share of the headline's word pairs that the teaser takes up
_APART, _FAR_APART = 2, 3  # blank lines more than usual
_STRANGE, _KNOWN = 0.6, 0.3  # shares of new names and numbers
_FAMILIAR = 0.3  # share of the teaser's word pairs that the story has
_MIN_FACTS = 4
_MIN_STORY = 2  # paragraphs before a group
_HEADING = (12, 120)  # characters
_TOUCHING = 2  # lines between the teaser of one group and the title of the next, a caption included


class Stranger(NamedTuple):
    """A possible other article and the evidence.

    apart: 1 when blank lines set it off from the story or it is a card on one printed line, 2 when far off.
    strange: 1 for names and numbers that the story never had, -1 for known ones, 0 where it cannot be told.
    bond: share of the headline's word pairs that the teaser takes up, 0..1.
    ends: only such groups and a signature follow.
    """

    title: Line
    teaser: Line
    apart: int
    strange: int
    bond: float
    ends: bool


class Setting(NamedTuple):
    """What the page is like around the groups.

    headings: the story has headings of its own. story: paragraphs that belong to no group, the lead among them.
    """

    headings: bool
    story: int


def find_strangers(board: Board, view: View) -> tuple[list[Stranger], Setting]:
    """All undecided headlines with a paragraph under them, behind some of the story, with their evidence."""
    pairs = list(_pairs(board, view))
    inside = {line.number for pair in pairs for line in pair}
    outside = [line for line in view.lines if line.number not in inside and board.role(line.number) is not Role.RELATED]
    open_lines = [line for line in outside if board.role(line.number) in (None, Role.CAPTION, Role.CREDIT)]
    last = max((line.number for line in open_lines), default=-1)
    words = {word for line in outside for word in line.words}
    known = {pair for line in outside for pair in line.pairs}
    strangers = [
        Stranger(
            title, teaser, _apart(board, view, title, teaser, last), _strangeness(title, teaser, words, known),
            restates(title, [teaser]), title.number > last,
        )
        for title, teaser in pairs
    ]  # fmt: skip
    story = sum(line.is_paragraph for line in open_lines)
    return strangers, Setting(any(_is_heading(board, line) for line in open_lines if line.number != last), story)


def _pairs(board: Board, view: View) -> Iterator[tuple[Line, Line]]:
    story = number = 0
    while number + 1 < len(view.lines):
        title, teaser = view.lines[number], view.lines[number + 1]
        free = board.role(title.number) is None and board.role(teaser.number) is None
        if free and story >= _MIN_STORY and title.is_headline and not title.timed and _is_teaser_of(title, teaser):
            yield title, teaser
            number += 1
        elif title.is_paragraph and board.role(title.number) in (None, Role.SUMMARY, Role.BODY):
            story += 1
        number += 1


def _is_teaser_of(title: Line, teaser: Line) -> bool:
    close = teaser.gap <= title.gap or teaser.gap == 0
    return close and can_be_teaser(teaser) and teaser.stop in (".", "…") and teaser.chars > title.chars


def _apart(board: Board, view: View, title: Line, teaser: Line, last: int) -> int:
    """Set off by more blank lines than paragraphs are, or both on one printed line that stands alone."""
    if _is_card(view, title, teaser, last):
        return 1
    extra = title.gap - view.usual_gap
    behind = extra if title.number > last and teaser.gap_after <= 1 else teaser.gap_after - view.usual_gap
    return (min(extra, behind) >= _APART) + (min(extra, behind) >= _FAR_APART)


def _is_card(view: View, title: Line, teaser: Line, last: int) -> bool:
    """Headline and teaser alone on one printed line, spaced unlike paragraphs, saying the same or behind the story."""
    after = view.lines[teaser.number + 1 : teaser.number + 2]
    if title.glued or not teaser.glued or any(line.glued for line in after):
        return False
    return title.gap != view.usual_gap or title.number > last or restates(title, [teaser]) >= _BOND


def _strangeness(title: Line, teaser: Line, words: set[str], known: set[tuple[str, str]]) -> int:
    facts = title.facts | teaser.facts
    if len(facts) < _MIN_FACTS:
        return 0
    new = len(facts - words) / len(facts)
    familiar = len(teaser.pairs & known) / max(1, len(teaser.pairs))
    return int(new >= _STRANGE and familiar < _FAMILIAR) - int(new <= _KNOWN)


def _is_heading(board: Board, line: Line) -> bool:
    is_open = board.role(line.number) is None and not line.stop and not line.bullet
    return is_open and _HEADING[0] <= line.chars <= _HEADING[1]


def rows(strangers: list[Stranger]) -> list[list[Stranger]]:
    """The groups in rows: what stands next to each other, a caption between them or nothing."""
    found: list[list[Stranger]] = []
    for stranger in strangers:
        if found and stranger.title.number - found[-1][-1].teaser.number <= _TOUCHING:
            found[-1].append(stranger)
        else:
            found.append([stranger])
    return found
