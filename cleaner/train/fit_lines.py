"""Fitting the judge of lines, and what it is worth on stories of publishers that it has not seen.

Two forests that only chance tells apart are asked: they err on different lines, so their mean is surer than either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.forest import shares
from cleaner.settle.lines.line_judge import STORY, likely
from cleaner.settle.lines.unlikely import unlikely
from cleaner.train.fit import SHARED, folds, mean_log_odds
from cleaner.train.lines import Lines

_TREES, _RATE, _BORDERS = 200, 0.12, 48
_SEEDS = (1, 2)


class Worth(NamedTuple):
    """Lines of a set, of which so many are on the wrong side (kept or not) in the draft, and as judged."""

    lines: int
    drafted: int
    judged: int


def fit_lines(stories: Iterable[Lines]) -> list[Any]:
    """Fitted CatBoostClassifiers of the KINDS of `settle.lines.line_judge`; headlines teach nothing.

    Needs the extra `train`. Deterministic for the same stories and version of CatBoost.
    """
    from catboost import CatBoostClassifier, Pool

    usable = list(stories)
    told = np.concatenate([item.kinds for item in usable]) >= 0
    pool = Pool(
        np.concatenate([item.matrix for item in usable])[told],
        np.concatenate([item.kinds for item in usable])[told],
        weight=np.concatenate([np.full(len(item.kinds), item.weight) for item in usable])[told],
    )
    shape = {"iterations": _TREES, "learning_rate": _RATE, "border_count": _BORDERS, "loss_function": "MultiClass"}
    models = [CatBoostClassifier(**{**SHARED, **shape, "random_seed": seed}) for seed in _SEEDS]
    for model in models:
        model.fit(pool)
    return models


def validate_lines(stories: Sequence[Lines]) -> Mapping[str, Worth]:
    """Set -> what the judge is worth, each story read by one that saw no story of its publisher."""
    number = folds(stories)
    found: dict[str, list[Worth]] = defaultdict(list)
    for fold in sorted(set(number.tolist())):
        models = fit_lines(item for item, other in zip(stories, number, strict=True) if other != fold)
        for at in np.flatnonzero(number == fold).tolist():
            found[stories[at].set].append(_worth(stories[at], shares(mean_log_odds(models, stories[at].matrix))))
    return {name: Worth(*map(sum, zip(*rows, strict=True))) for name, rows in found.items()}


def _worth(story: Lines, found: npt.NDArray[np.float64]) -> Worth:
    told, kept = story.kinds >= 0, (story.kinds >= 0) & (story.kinds < STORY)
    asked = {number: likely(found[number].tolist()) for number in np.flatnonzero(story.open).tolist()}
    judged = story.drafted.copy()
    judged[list(unlikely(asked, set(np.flatnonzero(story.sentences).tolist()), story.vietnamese))] = False
    return Worth(int(told.sum()), *(int((told & (one != kept)).sum()) for one in (story.drafted, judged)))
