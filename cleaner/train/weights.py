"""What each block of the training pages weighs: a page counts once, a block by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cleaner.model import Block

Floats = npt.NDArray[np.float32]

_BASE = 6.0  # words that every block counts as besides its own, so that headings matter
_FURNITURE = 3.0  # the furniture of a page weighs at most so many times its story
_DOUBT = 0.05  # least weight of a block that the labels cannot place for sure
_COPY = 40  # characters from which a second print of a block is a copy


def weigh(blocks: Sequence[Block], shares: Floats) -> Floats:
    """The weight of each block of one page. float32 (n,); the story's weights sum to about 1.

    shares: share of each block's words that is story, 0..1, see `cleaner.train.labels`.
    """
    story = shares >= 0.5
    words = np.array([len(block.text.split()) for block in blocks], dtype=np.float32) + _BASE
    total = float((words * story).sum()) or 1.0
    weights: Floats = words / total * np.maximum(np.abs(2 * shares - 1), _DOUBT)
    furniture = float(weights[~story].sum())
    if furniture > _FURNITURE:
        weights[~story] *= _FURNITURE / furniture
    weights[_copies(blocks, story)] = 0.0
    return weights


def _copies(blocks: Sequence[Block], story: npt.NDArray[np.bool_]) -> list[int]:
    """Copies of story blocks: `settle` drops them by their words, so the judge need not learn to."""
    places: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        if len(block.text) >= _COPY:
            places[block.text].append(block.index)
    return [index for group in places.values() if any(story[group]) for index in group if not story[index]]
