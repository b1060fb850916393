"""The pictures of a page that have no caption yet, to be taken one by one in constant time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from cleaner.model import ImageRef


class Shelf:
    """Pictures in page order. Captions ask in page order, too: what stood before one stands before the next."""

    def __init__(self, pictures: Sequence[ImageRef]) -> None:
        self._pictures = pictures
        self._taken: set[int] = set()
        self._all = self._row(range(len(pictures)))
        figures: dict[int, list[int]] = {}
        for place, picture in enumerate(pictures):
            figures.setdefault(picture.figure, []).append(place)
        self._figures = {figure: self._row(places) for figure, places in figures.items() if figure >= 0}

    def _row(self, places: Iterable[int]) -> _Row:
        return _Row(self._pictures, self._taken, places)

    def take(self, block: int, figure: int, near: int) -> ImageRef | None:
        """The picture of the caption in that block, not to be had again.

        The last one before it in its figure, else the next one in its figure, else the last one of all
        that stands at most `near` blocks before it.
        """
        row = self._figures.get(figure)
        place = row.choose(block) if row else None
        if place is None:
            place = self._all.last(block)
            if place is None or block - self._pictures[place].block > near:
                return None
        self._taken.add(place)
        return self._pictures[place]


class _Row:
    """Some of the pictures: those up to the block that was asked for last, and those behind it."""

    def __init__(self, pictures: Sequence[ImageRef], taken: set[int], places: Iterable[int]) -> None:
        self._pictures, self._taken = pictures, taken
        self._before: list[int] = []
        self._behind = deque(places)

    def choose(self, block: int) -> int | None:
        last = self.last(block)
        return self._next() if last is None else last

    def last(self, block: int) -> int | None:
        """The last free picture up to a block."""
        while self._behind and self._pictures[self._behind[0]].block <= block:
            self._before.append(self._behind.popleft())
        while self._before and self._before[-1] in self._taken:
            self._before.pop()
        return self._before[-1] if self._before else None

    def _next(self) -> int | None:
        while self._behind and self._behind[0] in self._taken:
            self._behind.popleft()
        return self._behind[0] if self._behind else None
