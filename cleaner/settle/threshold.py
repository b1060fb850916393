"""From which probability on a page's blocks are kept: half of the best F1 that the page lets one expect.

Where the judge is sure of a page, that is nearly one half; where it finds no clear story, it is less, so that half a
story is not lost to doubt. Why half: Lipton, Elkan, Naryanaswamy 2014, Optimal Thresholding of Classifiers to
Maximize F1 Measure, https://arxiv.org/abs/1402.1892.
"""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 0.3  # where captions or nothing at all tell the story, even the best F1 is small
_BASE = 20  # characters that every block counts as besides its own, so that headings matter


def keep_from(sizes: Iterable[tuple[int, float]]) -> float:
    """The threshold, 0.3..0.5, for blocks of so many characters and with such probabilities.

    >>> keep_from([(400, 1.0), (400, 1.0), (90, 0.0)])
    0.5
    >>> round(keep_from([(400, 0.6), (400, 0.5), (400, 0.1)]), 2)
    0.34
    """
    expected = 0.0
    likely: list[tuple[float, int]] = []
    for size, score in sizes:
        expected += score * (size + _BASE)
        if score >= _LEAST:
            likely.append((score, size + _BASE))
    best = found = kept = 0.0
    for score, size in sorted(likely, reverse=True):
        found, kept = found + score * size, kept + size
        reached = 2 * found / (kept + expected)
        best = reached if reached > best else best  # one call for each block less than max()
    return max(_LEAST, best / 2)
