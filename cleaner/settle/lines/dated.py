"""Other articles with their own dates behind the story: a title and, right below it, a date."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import Card, can_be_title
from cleaner.settle.lines.offers import judge_card
from cleaner.settle.lines.view import Line, View

_STORY = 2  # paragraphs above
_MIN_WORDS = 4
_CLOSES = frozenset({Role.DATE, Role.BYLINE, Role.AGENCY_SOURCE, Role.SOURCE_URL})


def settle_dated(board: Board, view: View) -> None:
    titles = _dated(board, view)
    tops = titles[:2] if titles and board.role(titles[0].number) is Role.RELATED else titles[:1]
    for line in titles:
        judge_card(board, Card(((line, "title"),)), "with a date below it, behind the story", 0.75)
    first = next((line.number for line in tops if _is_closed(board, line.number)), None)
    if first is not None:
        _settle_scrolled(board, view.lines[first + 1 :])


def _is_closed(board: Board, number: int) -> bool:
    """The story was signed or dated right above, a label of the others between."""
    above = number - 1
    while board.role(above) is Role.RELATED_LABEL:
        above -= 1
    return board.role(above) in _CLOSES


def _settle_scrolled(board: Board, lines: tuple[Line, ...]) -> None:
    """The story was signed or dated above the first of the titles, so that the page has scrolled on."""
    for line in lines:
        if board.role(line.number) in (None, Role.DATE):
            judge_card(board, Card(((line, "summary"),)), "below the title of another article", 0.6)


def _dated(board: Board, view: View) -> list[Line]:
    found: list[Line] = []
    paragraphs = 0
    for line in view.lines[:-1]:
        paragraphs += line.is_paragraph and board.role(line.number) is None
        below = board.role(line.number + 1)
        free = board.role(line.number) in (None, Role.RELATED) and not line.bullet and len(line.words) >= _MIN_WORDS
        if paragraphs >= _STORY and free and below is Role.DATE and can_be_title(line):
            found.append(line)
    return found
