"""The body as the page built it: lists in lists, quotations of several paragraphs, levels of headings, tables.

`Article.body` is flat, as each of its blocks has a verdict of its own; how they stood in each other is known from
their paths in the ledger. Lines of a text page have none: there the signs that the page printed before them tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from cleaner.model import BodyBlock, CleanResult, Image
from cleaner.render.flow import first_entries, flow
from cleaner.render.profile import Profile
from cleaner.render.tables import Table, neighbours, tabled

_LEVEL = re.compile(r"> h([1-6]):nth-child\(\d+\)$")
_TOP, _DEEPEST = 2, 6  # levels of headings: the article's own title is 1
_ITEM = re.compile(r"(?P<list> > (?P<tag>ul|ol):nth-child\(\d+\)) > li:nth-child\((?P<place>\d+)\)")
_QUOTE = re.compile(r".* > blockquote:nth-child\(\d+\)")
_SIGN = re.compile(r"(?:[-–—•●▪■◦*+]|(\d{1,3})[.)])\s+(?=\S)")


class Heading(NamedTuple):
    """level: 2 to 6, as the page's headings stand to each other. `html`: safe inline HTML."""

    level: int
    html: str


class Item(NamedTuple):
    """words: its only paragraph, which stands in it as it is; None where it opens with something else or has more."""

    words: BodyBlock | None
    pieces: tuple[Piece, ...]


class List(NamedTuple):
    """ordered: its items are numbered, from `start` on."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


class Group(NamedTuple):
    """Paragraphs of one quotation, or a box of notes."""

    type: str
    blocks: tuple[BodyBlock, ...]


Piece = BodyBlock | Image | Table | Heading | List | Group


class _Place(NamedTuple):
    """The item of one list that a block stands in: its place there, and the number it has for a reader."""

    list: str
    ordered: bool
    place: int
    number: int


class _Placed(NamedTuple):
    """A piece with its path and the items around it, outermost first."""

    piece: BodyBlock | Image | Table | Heading
    path: str
    items: tuple[_Place, ...]


def structure(result: CleanResult, profile: Profile) -> tuple[Piece, ...]:
    """The pieces of the body in page order, pictures between them where the profile has them."""
    printed = flow(result, profile)
    paths = iter(_paths(result))
    found = tabled([(piece, next(paths) if isinstance(piece, BodyBlock) else "") for piece in printed])
    levels = _levels(path for piece, path in found if _is(piece, "heading"))
    around = [tuple(_items(path)) for _, path in found]
    lists = _lists(found, around)
    around = _illustrated(found, around)
    placed = [
        _Placed(_leveled(piece, path, levels), path, tuple(item for item in items if item.list in lists))
        for (piece, path), items in zip(found, around, strict=True)
    ]
    return tuple(_nested([_signed(one, place) for place, one in enumerate(placed)]))


def _is(piece: object, kind: str) -> bool:
    return isinstance(piece, BodyBlock) and piece.type == kind


def _paths(result: CleanResult) -> list[str]:
    """Where each body block stood in the page; "" where the ledger does not tell."""
    entries = first_entries(result.ledger, result.article.body)
    return [(entries[number].path or "") if number in entries else "" for number in range(len(result.article.body))]


def _levels(paths: Iterable[str]) -> Mapping[str, int]:
    """The levels of the page's headings, closed up: that of h3 is 2 where no heading of the body is an h2.

    What heads a section without being such an element ("") stands below them all.
    """
    printed = sorted({_rank(path) for path in paths}, key=lambda rank: rank or "9")
    return {rank: min(_TOP + place, _DEEPEST) for place, rank in enumerate(printed)}


def _rank(path: str) -> str:
    match = _LEVEL.search(path)
    return match[1] if match else ""


def _leveled(
    piece: BodyBlock | Image | Table, path: str, levels: Mapping[str, int]
) -> BodyBlock | Image | Table | Heading:
    return Heading(levels[_rank(path)], piece.html) if isinstance(piece, BodyBlock) and _is(piece, "heading") else piece


def _items(path: str) -> Iterator[_Place]:
    for match in _ITEM.finditer(path):
        place = int(match["place"])
        yield _Place(path[: match.end("list")], match["tag"] == "ol", place, place)


def _illustrated(
    found: Sequence[tuple[BodyBlock | Image | Table, str]], around: Sequence[tuple[_Place, ...]]
) -> list[tuple[_Place, ...]]:
    """The items around each piece; a picture stands in an item where the blocks above and below it do."""
    pieces = [(isinstance(piece, Image), items) for (piece, _), items in zip(found, around, strict=True)]
    return [_shared(above, below) for above, below in neighbours(pieces, ())]


def _shared(above: tuple[_Place, ...], below: tuple[_Place, ...]) -> tuple[_Place, ...]:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(above, below, strict=False))
    return tuple(item for item, _ in alike)


def _lists(
    found: Sequence[tuple[BodyBlock | Image | Table, str]], around: Sequence[tuple[_Place, ...]]
) -> frozenset[str]:
    """The lists that are lists to a reader: with an item of words alone, or of one paragraph each.

    Other `li` hold cards, entries of a live page, or the whole story; so do those with a heading in them.
    """
    held: defaultdict[str, list[int]] = defaultdict(list)
    worded: set[str] = set()
    headed: set[str] = set()
    for (piece, _), items in zip(found, around, strict=True):
        if items:
            held[items[-1].list].append(items[-1].place)
        if items and _is(piece, "list_item"):
            worded.add(items[-1].list)
        if _is(piece, "heading"):
            headed.update(item.list for item in items)
    single = {name for name, places in held.items() if len(places) == len(set(places)) > 1}
    return frozenset((worded | single) - headed)


def _signed(placed: _Placed, place: int) -> _Placed:
    """An item outside of any list element: the sign before its words tells the list, and is not printed twice."""
    piece = placed.piece
    if not isinstance(piece, BodyBlock) or not _is(piece, "list_item") or placed.items:
        return placed
    sign, marked = _SIGN.match(piece.text), _SIGN.match(piece.html)
    if sign and marked:
        piece = piece._replace(text=piece.text[sign.end() :], html=piece.html[marked.end() :])
    number = sign[1] if sign else None
    return _Placed(piece, placed.path, (_Place("", bool(number), place, int(number or 1)),))


def _nested(placed: Sequence[_Placed], depth: int = 0) -> Iterator[Piece]:
    """The pieces, with lists where neighbours stand in items of one list at this depth."""
    for place, group in groupby(placed, lambda one: one.items[depth][:2] if len(one.items) > depth else None):
        if place is None:
            yield from _grouped(group)
            continue
        items = [list(item) for _, item in groupby(group, lambda one: one.items[depth].place)]
        start = items[0][0].items[depth].number
        yield List(place[1], start, tuple(_item(tuple(_nested(item, depth + 1))) for item in items))


def _item(pieces: tuple[Piece, ...]) -> Item:
    first, *rest = pieces
    if any(isinstance(piece, BodyBlock) for piece in rest) or not isinstance(first, BodyBlock):
        return Item(None, pieces)
    return Item(first, tuple(rest)) if first.type in ("list_item", "paragraph") else Item(None, pieces)


def _grouped(placed: Iterable[_Placed]) -> Iterator[Piece]:
    """The pieces, with the paragraphs of one quotation or box together."""
    for key, group in groupby(placed, _group):
        pieces = [one.piece for one in group]
        if key is None:
            yield from pieces
        else:
            yield Group(key[0], tuple(piece for piece in pieces if isinstance(piece, BodyBlock)))


def _group(placed: _Placed) -> tuple[str, str] | None:
    if _is(placed.piece, "note"):
        return "note", ""
    match = _QUOTE.match(placed.path) if _is(placed.piece, "quote") else None
    return ("quote", match[0]) if match else None
