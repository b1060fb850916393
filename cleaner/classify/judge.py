"""The trained judge: the probability of each block to belong to the story.

A small forest of oblivious trees over the features of a block, fitted by `python -m cleaner.train`. A second
forest over the first one's opinions of the neighbours was tried and dropped: see docs/decisions.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cleaner.classify.columns import Columns
from cleaner.classify.features import rows
from cleaner.classify.forest import Forest, log_odds, probabilities, read_forest
from cleaner.model import Document
from cleaner.rulebook.rule import Claim

_DATA = Path(__file__).with_name("judge.json")  # importlib.resources would load archives and temporary files


@cache
def forest() -> Forest:
    """The trained forest; read once, never changed."""
    data = json.loads(_DATA.read_bytes())
    return read_forest(data["stages"][0])


def judge(document: Document, claims: Sequence[tuple[Claim, ...]] = ()) -> npt.NDArray[np.float64]:
    """The probability, 0..1, of each block to be story (printed lead or body). float64 (n_blocks,)."""
    if not document.blocks:
        return np.zeros(0)
    trained = forest()
    _, matrix = rows(Columns(document), document, claims, trained.names)
    return probabilities(log_odds(trained, matrix))
