"""Labels: which blocks of a page are the story, found by aligning them with the text a person kept.

A block counts by the share of its words that stand in the gold text *at one place and in sequence
with the blocks around it*: a repeated title, a teaser that quotes a sentence, or the second copy of
a paragraph is not the story although its words are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

TOKEN = re.compile(r"\w+")
_GRAM = 3  # words of a match; shorter blocks match whole
_PLACES = 6  # places of the gold text tried for one block
_COMMON = 40  # an n-gram that occurs more often says nothing of the place
_SLACK = 3  # words by which neighbours' places may overlap
_NEIGHBOUR = 1.5  # what it adds to a place, in words, to follow directly on the block before
_FLOOR = 0.3  # a smaller share of a block's words is chance
_SHORT = 3  # blocks up to this many words must also begin or end a gold line
_LOOSE = 0.6  # a block out of sequence counts when this share of its place is told by no other block


class Place(NamedTuple):
    """Where a block may stand in the gold text: words start..end, `matched` of them its own."""

    block: int
    start: int
    end: int
    matched: float
    weight: float


class Gold:
    """The words of a gold text, with an index of its n-grams and its line ends."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.edges: set[int] = {0}
        for line in text.split("\n"):
            self.words += TOKEN.findall(line.lower())
            self.edges.add(len(self.words))
        self.index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for size in range(1, _GRAM + 1):
            for at in range(len(self.words) - size + 1):
                self.index[tuple(self.words[at : at + size])].append(at)


def shares(texts: Sequence[str], gold_text: str) -> np.ndarray:
    """For each block's text the share of its words, in 0..1, that is the story. float32 (n,)."""
    gold = Gold(gold_text)
    tokens = [TOKEN.findall(text.lower()) for text in texts]
    places = [place for index, words in enumerate(tokens) for place in _places(index, words, gold)]
    found = np.zeros(len(texts), dtype=np.float32)
    covered = np.zeros(len(gold.words) + 1, dtype=bool)
    told: set[int] = set()
    for place in _chain(places):
        found[place.block] = place.matched / len(tokens[place.block])
        covered[place.start : place.end] = True
        told.add(place.block)
    for place in sorted(places, key=lambda place: -place.weight):
        if place.block in told or place.matched <= _SHORT:
            continue
        if 1 - covered[place.start : place.end].mean() >= _LOOSE:
            found[place.block] = place.matched / len(tokens[place.block])
            covered[place.start : place.end] = True
            told.add(place.block)
    return found


def _places(index: int, words: list[str], gold: Gold) -> list[Place]:
    if len(words) <= _SHORT:
        return _short_places(index, words, gold) if words else []
    diagonals: Counter[int] = Counter()
    hits: dict[int, list[int]] = defaultdict(list)
    for offset in range(len(words) - _GRAM + 1):
        found = gold.index.get(tuple(words[offset : offset + _GRAM]), ())
        if len(found) > _COMMON:
            continue
        for at in found:
            diagonals[at - offset] += 1
            hits[at - offset].append(offset)
    return [
        place
        for diagonal, _ in diagonals.most_common(_PLACES)
        if (place := _place(index, len(words), diagonal, hits)) is not None
    ]


def _place(index: int, size: int, diagonal: int, hits: dict[int, list[int]]) -> Place | None:
    """The place around one diagonal; small insertions shift the diagonal, so near ones count too."""
    reach = max(2, size // 8)
    covered = np.zeros(size, dtype=bool)
    for near in range(diagonal - reach, diagonal + reach + 1):
        for offset in hits.get(near, ()):
            covered[offset : offset + _GRAM] = True
    matched = float(covered.sum())
    if matched < _FLOOR * size:
        return None
    at = np.flatnonzero(covered)
    start = max(0, diagonal + int(at[0]))
    return Place(index, start, start + int(at[-1] - at[0]) + 1, matched, 2 * matched - size * _FLOOR)


def _short_places(index: int, words: list[str], gold: Gold) -> list[Place]:
    """Whole matches at a line's edge; a short block without neighbours in sequence is worth little."""
    size = len(words)
    found = []
    for start in gold.index.get(tuple(words), ())[:_COMMON]:
        edges = (start in gold.edges) + (start + size in gold.edges)
        if edges:
            found.append(Place(index, start, start + size, size, 0.4 * edges * size - 0.8))
    return found


def _chain(places: list[Place]) -> list[Place]:
    """The heaviest sequence of places that goes forward in page and gold alike."""
    if not places:
        return []
    places = sorted(places, key=lambda place: (place.block, place.start))
    blocks = np.array([place.block for place in places])
    starts = np.array([place.start for place in places])
    ends = np.array([place.end for place in places])
    best = np.array([place.weight for place in places])
    before = np.full(len(places), -1)
    for at, place in enumerate(places):
        earlier = int(np.searchsorted(blocks, place.block))
        if not earlier:
            continue
        gaps = starts[at] - ends[:earlier]
        totals = np.where(gaps >= -_SLACK, best[:earlier] + _NEIGHBOUR * (np.abs(gaps) <= _SLACK), 0.0)
        choice = int(totals.argmax())
        if totals[choice] > 0:
            best[at] += totals[choice]
            before[at] = choice
    return _walk_back(places, before, int(best.argmax()))


def _walk_back(places: list[Place], before: np.ndarray, at: int) -> list[Place]:
    chain = []
    while at >= 0:
        chain.append(places[at])
        at = int(before[at])
    return chain[::-1]
