"""Tables of the story: cells that follow each other, put back into the rows in which the page printed them.

A cell is a block of `Article.body` like any other; its row and column are known from its path in the ledger alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from cleaner.model import BodyBlock, CleanResult, Image
from cleaner.render.flow import body_positions, flow
from cleaner.render.profile import Profile

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


Piece = BodyBlock | Image | Table


def printed(result: CleanResult, profile: Profile) -> tuple[Piece, ...]:
    """`flow`, with tables where the ledger tells the rows; other cells stay paragraphs."""
    pieces = flow(result, profile)
    if not any(kind_of(piece) == "table" for piece in pieces):
        return pieces
    places = _places(result)
    found = [(piece, next(places) if isinstance(piece, BodyBlock) else None) for piece in pieces]
    groups = (list(group) for _, group in groupby(found, lambda pair: pair[1] and pair[1].table))
    return tuple(piece for group in groups for piece in _joined(group))


def kind_of(piece: Piece) -> str:
    """The type of a body block; "" for pictures and tables, which stand alone."""
    return piece.type if isinstance(piece, BodyBlock) else ""


def _places(result: CleanResult) -> Iterator[_Placed | None]:
    """Where each body block stood in its table, None for those that are no cells."""
    body = result.article.body
    paths = [""] * len(body)
    begun = 0
    for position, entry in zip(body_positions(result.ledger, body), result.ledger, strict=True):
        if position > begun:
            paths[position - 1] = entry.path or ""
        begun = position
    return (_placed(path) if block.type == "table" else None for block, path in zip(body, paths, strict=True))


def _placed(path: str) -> _Placed | None:
    match = _PLACE.match(path)
    return match and _Placed(match["table"], match["row"], int(match["column"]), match["kind"] == "h")


def _joined(group: list[tuple[BodyBlock | Image, _Placed | None]]) -> Iterable[Piece]:
    """Pieces that follow each other in one table as that table; else, or in a single column, as they are."""
    cells = [(piece, place) for piece, place in group if isinstance(piece, BodyBlock) and place]
    width = max((place.column for _, place in cells), default=0)
    if width < 2:
        return [piece for piece, _ in group]
    first, *rows = (_row(list(row)) for _, row in groupby(cells, lambda pair: pair[1].row))
    return [Table((first + (Cell(),) * (width - len(first)), *rows))]


def _row(cells: list[tuple[BodyBlock, _Placed]]) -> tuple[Cell, ...]:
    row: list[Cell] = []
    for column, group in groupby(cells, lambda pair: pair[1].column):
        pieces = list(group)
        row += [Cell()] * (column - 1 - len(row))
        row.append(Cell("<br>".join(piece.html for piece, _ in pieces), pieces[0][1].heads))
    return tuple(row)
