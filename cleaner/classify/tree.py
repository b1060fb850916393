"""The page's containers: what stands below each, added up for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Containers:
    """The block-level elements of a page as a tree, number 0 being the page itself.

    Containers are numbered in page order, so the ones below container c are c+1 ... c+size-1, and the
    sums of all subtrees are differences of one running sum over the blocks sorted by container.

    own: the container of each of the n blocks. counts: blocks below each container.
    """

    def __init__(self, parents: Sequence[int], own: Sequence[int]) -> None:
        above = [0, *(parent + 1 for parent in parents)]
        size = [1] * len(above)
        for number in range(len(above) - 1, 0, -1):
            size[above[number]] += size[number]
        self.own: Ints = np.asarray(own, dtype=np.int64) + 1
        self._order = np.argsort(self.own, kind="stable")
        sorted_own = self.own[self._order]
        numbers = np.arange(len(above))
        self._low = np.searchsorted(sorted_own, numbers)
        self._high = np.searchsorted(sorted_own, numbers + np.asarray(size))
        self.size: Ints = np.asarray(size)
        self.counts: Ints = self._high - self._low
        self.above = above
        self.up: Ints = np.asarray(_wider(above, self.counts.tolist()))

    def sums(self, values: Floats) -> Floats:
        """The sum of a per-block value (n,) or of several (n, k) below each container."""
        running = np.zeros((len(values) + 1, *values.shape[1:]))
        np.cumsum(values[self._order], axis=0, out=running[1:])
        total: Floats = running[self._high] - running[self._low]
        return total

    def levels(self, number: int) -> list[Ints]:
        """For each block the nearest container with other blocks in it, then each next wider one."""
        level = np.where(self.counts[self.own] > 1, self.own, self.up[self.own])
        found = [level]
        for _ in range(number - 1):
            level = self.up[level]
            found.append(level)
        return found

    def homes(self, paragraphs: Floats, enough: float) -> tuple[Ints, Ints]:
        """For each block its home and its box.

        The home is the innermost container around it with enough paragraphs (the page when none has),
        the box the outermost one inside that home: what a table, list or teaser is to the story around it.
        paragraphs: 1 for each block that is one, float64 (n,).
        """
        rich = (self.sums(paragraphs) >= enough).tolist()
        home, box = [0] * len(rich), [0] * len(rich)
        for number in range(1, len(rich)):
            parent = self.above[number]
            home[number] = number if rich[number] else home[parent]
            box[number] = number if rich[number] or rich[parent] or not parent else box[parent]
        return np.asarray(home)[self.own], np.asarray(box)[self.own]

    def inside(self, container: int) -> npt.NDArray[np.bool_]:
        """Which blocks stand below a container. bool (n,)."""
        within: npt.NDArray[np.bool_] = (self.own >= container) & (self.own < container + self.size[container])
        return within

    def smallest_with(self, values: Floats, share: float) -> int:
        """The innermost container that holds this share (over one half) of a per-block value."""
        sums = self.sums(values)
        return int(np.flatnonzero(sums >= share * sums[0])[-1]) if sums[0] > 0 else 0


def _wider(above: list[int], counts: list[int]) -> list[int]:
    """For each container the nearest one around it with more blocks: wrappers of one child are skipped."""
    up = [0] * len(above)
    for number in range(1, len(above)):
        parent = above[number]
        up[number] = parent if counts[parent] > counts[number] else up[parent]
    return up
