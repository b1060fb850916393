"""Lists of what is read most: ranks and titles by turns, each on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import Card, can_be_title
from cleaner.settle.lines.offers import judge_card
from cleaner.settle.lines.view import Line, View

_FEWEST = 2  # ranks
_EVERY = 2  # lines from one rank to the next
_MIN_WORDS = 4  # of a title; a table's cells have fewer
_FREE = frozenset({None, Role.RELATED})


def settle_ranks(board: Board, view: View) -> None:
    for line in view.lines:
        if line.text == "1" and board.role(line.number) in _FREE:
            ranks = list(_ranks(board, view, line))
            for step in (1, -1):
                if len(ranks) >= _FEWEST and all(_is_title(board, view, rank.number + step) for rank in ranks):
                    _judge(board, view, ranks, step)
                    break


def _ranks(board: Board, view: View, first: Line) -> Iterator[Line]:
    for rank, number in enumerate(range(first.number, len(view.lines), _EVERY), 1):
        line = view.lines[number]
        if line.text != str(rank) or board.role(line.number) not in _FREE:
            return
        yield line


def _is_title(board: Board, view: View, number: int) -> bool:
    if not 0 <= number < len(view.lines) or board.role(number) not in _FREE:
        return False
    line = view.lines[number]
    return can_be_title(line) and len(line.words) >= _MIN_WORDS


def _judge(board: Board, view: View, ranks: list[Line], step: int) -> None:
    for rank in ranks:
        board.judge(rank.number, Role.CHROME, "shape.rank", "the rank of a title beside it", 0.8)
        judge_card(board, Card(((view.lines[rank.number + step], "title"),)), "beside its rank in a list", 0.8)
