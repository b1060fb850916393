"""Headlines of other articles alone between paragraphs: the story has none of their words."""

from __future__ import annotations

from collections import Counter

from cleaner.settle.board import Board
from cleaner.settle.lines.cards import Card
from cleaner.settle.lines.claims import is_bare
from cleaner.settle.lines.offers import judge_card
from cleaner.settle.lines.view import Line, View

_MIN_WORDS = 8
_RARE = 0.5  # share of its words that no other line has
_QUESTIONS = 2  # make an interview
_MANY = 3  # of them are the headings of a list or a live report


def settle_strays(board: Board, view: View) -> None:
    if is_bare(board):
        return
    lines = [line for line in view.lines if board.role(line.number) is None]
    if sum(line.stop == "?" for line in lines) >= _QUESTIONS:
        lines = [line for line in lines if line.stop != "?"]
    found = [
        line
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if _is_alone(view, above, line, below)
    ]
    usual = Counter(word for line in view.lines for word in set(line.words)) if found else Counter()
    strays = [
        line for line in found if sum(usual[word] == 1 for word in set(line.words)) >= _RARE * len(set(line.words))
    ]
    if len(strays) < _MANY:
        for line in strays:
            judge_card(board, Card(((line, "title"),)), "whose words the story has not, alone inside it", 0.6)


def _is_alone(view: View, above: Line, line: Line, below: Line) -> bool:
    """With a blank line above and none below it heads what follows."""
    fits = line.is_headline and not line.timed and len(line.words) >= _MIN_WORDS and line.gap <= below.gap
    return fits and above.is_paragraph and below.is_paragraph and not view.shared(line)
