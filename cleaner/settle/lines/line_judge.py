"""The trained judge of lines: steps go by one shape each, it weighs all that is known of a line and its neighbours.

A forest of oblivious trees. It sees what the steps drafted as well, so it has learned from other publishers' pages
where they can be trusted. Fitted by `python -m cleaner.train --kind lines`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaner.forest import Forest, log_odds, read_forest, shares
from cleaner.model import Verdict
from cleaner.rulebook import Claim
from cleaner.settle.lines.line_features import rows
from cleaner.settle.lines.view import View

DATA = Path(__file__).parent / "judge_lines.json"
#: What a line can be, in the order of the forest's answers.
KINDS = ("story", "heading", "caption", "related", "byline", "other")
#: Those of them that are kept come first.
STORY = 2


class Likely(NamedTuple):
    """What a line is likely to be.

    cut: the probability, 0..1, that it is none of the story. kind: the likeliest of the KINDS that are not.
    """

    cut: float
    kind: str


@cache
def forest() -> Forest:
    """The trained forest; read once, never changed."""
    return read_forest(json.loads(DATA.read_bytes()))


def judge_lines(
    view: View, claims: Sequence[tuple[Claim, ...]], draft: Sequence[Verdict], asked: Collection[int]
) -> list[Likely]:
    """What the lines with these numbers are likely to be.

    claims: per line the rules' claims. draft: per line the verdict so far.
    """
    names, found = forest().names, rows(view, claims, draft, asked)
    matrix = np.array([[row[name] for name in names] for row in found], dtype=np.float32).T
    return [likely(shared) for shared in shares(log_odds(forest(), matrix)).tolist()]


def likely(found: Sequence[float]) -> Likely:
    """found: the probability of each of the KINDS."""
    kind = max(range(STORY, len(KINDS)), key=found.__getitem__)
    return Likely(sum(found[STORY:]), KINDS[kind])
