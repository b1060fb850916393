"""Tables of the story: cells that follow each other, put back into the rows in which the page printed them.

A cell is a block of `Article.body` like any other; its row and column are known from its path in the ledger alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

from cleaner.model import BodyBlock, Image

T = TypeVar("T")

_PLACE = re.compile(
    r"(?P<table>.*?)(?P<row>(?: > t(?:head|body|foot):nth-child\(\d+\))? > tr:nth-child\(\d+\))"
    r" > t(?P<kind>[dh]):nth-child\((?P<column>\d+)\)(?!.* > tr:)"
)


class Cell(NamedTuple):
    """`html`: safe inline HTML, "" where the page's cell is empty."""

    html: str = ""
    heads: bool = False


class Table(NamedTuple):
    """Two columns or more. The first row has a cell for each, the others end with their last cell that holds words."""

    rows: tuple[tuple[Cell, ...], ...]


class _Placed(NamedTuple):
    table: str
    row: str
    column: int
    heads: bool


Printed = tuple[BodyBlock | Image, str]
Tabled = tuple[BodyBlock | Image | Table, str]


def tabled(printed: Sequence[Printed]) -> Sequence[Tabled]:
    """Pieces with their paths, with tables where the paths tell the rows; other cells stay as they are."""
    found = [(piece, path, _placed(piece, path)) for piece, path in printed]
    if not any(place for _, _, place in found):
        return printed
    keys = neighbours([(isinstance(piece, Image), place and place.table) for piece, _, place in found], None)
    keyed = ((above if above == below else None, each) for (above, below), each in zip(keys, found, strict=True))
    groups = ([each for _, each in group] for _, group in groupby(keyed, itemgetter(0)))
    return [piece for group in groups for piece in _joined(group)]


def neighbours(pieces: Sequence[tuple[bool, T]], nothing: T) -> list[tuple[T, T]]:
    """What the block above and the block below has, for pictures (True); twice what it has itself, for a block."""
    above = list(_last(pieces, nothing))
    below = list(_last(reversed(pieces), nothing))[::-1]
    return list(zip(above, below, strict=True))


def _last(pieces: Iterable[tuple[bool, T]], nothing: T) -> Iterator[T]:
    last = nothing
    for is_picture, has in pieces:
        last = last if is_picture else has
        yield last


def _placed(piece: BodyBlock | Image, path: str) -> _Placed | None:
    match = _PLACE.match(path) if isinstance(piece, BodyBlock) and piece.type == "table" else None
    return match and _Placed(match["table"], match["row"], int(match["column"]), match["kind"] == "h")


def _joined(group: list[tuple[BodyBlock | Image, str, _Placed | None]]) -> Iterator[Tabled]:
    """Pieces that follow each other in one table as its pictures and the table; else, or in one column, as they are."""
    cells = [(piece, place) for piece, _, place in group if isinstance(piece, BodyBlock) and place]
    width = max((place.column for _, place in cells), default=0)
    if width < 2:
        yield from ((piece, path) for piece, path, _ in group)
        return
    yield from ((piece, path) for piece, path, _ in group if isinstance(piece, Image))
    first, *rows = (_row(list(row)) for _, row in groupby(cells, lambda pair: pair[1].row))
    yield Table((first + (Cell(),) * (width - len(first)), *rows)), cells[0][1].table


def _row(cells: Iterable[tuple[BodyBlock, _Placed]]) -> tuple[Cell, ...]:
    row: list[Cell] = []
    for column, group in groupby(cells, lambda pair: pair[1].column):
        pieces = list(group)
        row += [Cell()] * (column - 1 - len(row))
        row.append(Cell("<br>".join(piece.html for piece, _ in pieces), pieces[0][1].heads))
    return tuple(row)
