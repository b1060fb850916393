"""The trained judge: the probability of each block to belong to the story.

Two small forests of oblivious trees, trained by `python -m cleaner.train`; the first sees the block and
its place, the second also the first's opinion of all that stands around it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from cleaner.classify.context import context
from cleaner.classify.features import Columns, rows
from cleaner.classify.forest import Forest, log_odds, pick, probabilities, read_forest
from cleaner.model import Document
from cleaner.rulebook.rule import Claim

_DATA = "judge.json"


@cache
def forests() -> tuple[Forest, ...]:
    """The trained forests, stage by stage; read once, never changed."""
    data = json.loads(files("cleaner.classify").joinpath(_DATA).read_text(encoding="utf-8"))
    return tuple(read_forest(stage) for stage in data["stages"])


def judge(document: Document, claims: Sequence[tuple[Claim, ...]] = ()) -> npt.NDArray[np.float64]:
    """The probability, 0..1, of each block to be story (printed lead or body). float64 (n_blocks,)."""
    if not document.blocks:
        return np.zeros(0)
    columns = Columns(document)
    names, matrix = rows(columns, document, claims)
    first, *later = forests()
    found = probabilities(log_odds(first, matrix[pick(names, first.names)]))
    for forest in later:
        around = context(columns, found)
        matrix = np.concatenate([matrix, np.array(list(around.values()), dtype=np.float32)])
        names = (*names, *around)
        found = probabilities(log_odds(forest, matrix[pick(names, forest.names)]))
    return found
