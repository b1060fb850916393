"""Other articles without any label: bare (title, teaser) and (caption, title, teaser) groups.

Length alone never decides. A group is taken out when blank lines set it apart from the story as
nothing else is, when its names and numbers are ones that the story never had, or when several stand
in a row at the end of a story that has no headings of its own.
"""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import Card, Part
from cleaner.settle.lines.claims import is_bare
from cleaner.settle.lines.offers import judge_card
from cleaner.settle.lines.strangers import Setting, Stranger, find_strangers, rows
from cleaner.settle.lines.view import Line, View, restates

_NEEDED = 3.5  # points
_BOND, _STRONG_BOND = 0.15, 0.35
_MIN_QUESTIONS = 3  # headlines that ask: an interview
_MIN_STORY = 4  # paragraphs of the story, its lead among them, beside a row of groups that only its place gives away
_MAX_ROW = 6
_MIN_SECTIONS, _ANNOUNCED = 3, 3  # "Top 5 places ...": groups, and words of the title that may number them


def settle_pairs(board: Board, view: View) -> None:
    strangers, setting = find_strangers(board, view)
    if sum(stranger.title.stop == "?" for stranger in strangers) >= _MIN_QUESTIONS:
        strangers = [stranger for stranger in strangers if stranger.title.stop != "?"]
    if is_bare(board):
        strangers = [stranger for stranger in strangers if stranger.apart]
    sections = _are_sections(board, strangers, setting)
    for row in rows(strangers):
        points = [_points(stranger, len(row), setting, sections) for stranger in row]
        convinced = sum(value >= _NEEDED for value in points)
        whole = row[-1].ends and convinced * 2 >= len(row)  # one of a row at the end: what holds for most holds for it
        laid_out = any(one.apart and value >= _NEEDED for one, value in zip(row, points, strict=True))
        previous = False
        for stranger, value in zip(row, points, strict=True):
            carried = whole and (stranger.apart > 0 or not laid_out)
            if carried or value >= _NEEDED:
                card = _card(board, view, stranger, previous)
                judge_card(board, card, f"of a group apart from the story ({_words(stranger)})", 0.75)
            previous = carried or value >= _NEEDED


def _points(stranger: Stranger, row: int, setting: Setting, sections: bool) -> float:
    """How much speaks for a group being another article; 0 when nothing but its shape does."""
    apart = 0 if sections else stranger.apart
    words = 2.0 if stranger.bond >= _STRONG_BOND else 1.0 if stranger.bond >= _BOND else 0.0
    place = float(stranger.ends) + 0.5 * (row > 1)
    if apart:
        return 2.0 + 0.5 * apart + max(0, stranger.strange) * 1.5 + words + place
    if setting.headings or sections:
        return 0.0
    if stranger.ends and 1 < row <= _MAX_ROW and setting.story >= _MIN_STORY:
        return 1.5 + max(0, stranger.strange) * 1.5 + words + place
    if stranger.strange > 0 and not stranger.ends:
        return 1.5 + words + place
    return 0.0


def _are_sections(board: Board, strangers: list[Stranger], setting: Setting) -> bool:
    """The groups are the story's own sections, spaced out by pictures: "5 ways to ...", most of the page."""
    strangers = [stranger for stranger in strangers if stranger.apart]
    if len(strangers) < 2:
        return False
    title = next((block.text.split() for block in board.having(Role.TITLE)), [])
    if len(strangers) >= _MIN_SECTIONS and str(len(strangers)) in title[:_ANNOUNCED]:
        return True
    strange = sum(stranger.strange > 0 for stranger in strangers)
    return setting.story - 1 <= len(strangers) and strange * 2 < len(strangers)


def _card(board: Board, view: View, stranger: Stranger, in_row: bool) -> Card:
    """The group with its picture's caption, if one line stands between it and the group before."""
    parts: tuple[tuple[Line, Part], ...] = ((stranger.title, "title"), (stranger.teaser, "summary"))
    line = view.lines[stranger.title.number - 1]
    free = board.role(line.number) in (None, Role.CAPTION) and line.sentences == 1
    if in_row and free and restates(line, [stranger.title, stranger.teaser]) > 0:
        parts = ((line, "caption"), *parts)
    return Card(parts)


def _words(stranger: Stranger) -> str:
    told = (
        (stranger.apart, "blank lines or one line of its own"),
        (stranger.strange > 0, "new names and numbers"),
        (stranger.bond >= _BOND, "the teaser takes up the headline"),
        (stranger.ends, "at the end"),
    )
    return ", ".join(words for proof, words in told if proof)
