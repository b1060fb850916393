"""The trained judge: the probability of each block to belong to the story.

A small forest of oblivious trees over the features of a block for each kind of page, fitted by
`python -m cleaner.train`; that for HTML is the mean of two fits. A second forest over the first one's opinions of the
neighbours was tried and dropped: see docs/decisions.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cleaner.classify.as_markup import as_markup
from cleaner.classify.columns import Columns
from cleaner.classify.features import rows
from cleaner.forest import Forest, log_odds, probabilities, read_forest
from cleaner.model import Document, Kind
from cleaner.rulebook.rule import Claim

_FOLDER = Path(__file__).parent  # importlib.resources would load archives and temporary files
_DATA = {"html": "judge.json", "text": "judge_text.json"}


@cache
def forest(kind: Kind) -> Forest:
    """The trained forest for pages of this kind; read once, never changed."""
    return read_forest(json.loads((_FOLDER / _DATA[kind]).read_bytes()))


def judge(document: Document, claims: Sequence[tuple[Claim, ...]] = ()) -> npt.NDArray[np.float64]:
    """The probability, 0..1, of each block to be story (printed lead or body). float64 (n_blocks,)."""
    if not document.blocks:
        return np.zeros(0)
    trained = forest(document.page.kind)
    read = as_markup(document)
    _, matrix = rows(Columns(read), read, claims, trained.names)
    return probabilities(log_odds(trained, matrix))
