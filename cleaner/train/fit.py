"""Fitting: small forests of oblivious trees over the features of all blocks.

Two of them are asked, one that learned from the corpus alone and one that learned from pages written by us as well: two
fits err on different pages, so their mean is surer than either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from cleaner.classify.as_markup import as_markup
from cleaner.classify.columns import Columns
from cleaner.classify.features import rows
from cleaner.forest import probabilities
from cleaner.train.corpus import Page, publisher
from cleaner.train.labels import shares
from cleaner.train.weights import weigh

Floats = npt.NDArray[np.float32]

_TREES, _RATE, _BORDERS = 300, 0.08, 64
#: What every fit has in common; the same samples give the same forest.
SHARED: Mapping[str, Any] = {
    "depth": 6,
    "rsm": 0.3,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.8,
    "random_seed": 1,
    "thread_count": 2,
    "allow_writing_files": False,
    "verbose": 0,
}


class Sample(NamedTuple):
    """One page for fitting: features (n_features, n_blocks), shares and weights (n_blocks,)."""

    set: str
    publisher: str
    names: tuple[str, ...]
    matrix: Floats
    shares: Floats
    weights: Floats


def sample(page: Page) -> Sample:
    """The page as numbers."""
    document = as_markup(page.document)
    names, matrix = rows(Columns(document), document, page.claims)
    blocks = document.blocks
    story = shares([block.text for block in blocks], page.gold["text"])
    owner = publisher(page.gold.get("url"))
    return Sample(page.set, owner, tuple(names), matrix, story, weigh(blocks, story))


def fit(samples: Iterable[Sample]) -> Any:
    """A fitted CatBoostClassifier; pages whose gold text is found nowhere teach nothing.

    Needs the extra `train`. Deterministic for the same samples and version of CatBoost.
    """
    from catboost import CatBoostClassifier, Pool

    usable = [item for item in samples if item.shares.max(initial=0.0) >= 0.5]
    model = CatBoostClassifier(iterations=_TREES, learning_rate=_RATE, border_count=_BORDERS, **SHARED)
    model.fit(
        Pool(
            np.concatenate([item.matrix.T for item in usable]),
            np.concatenate([item.shares >= 0.5 for item in usable]).astype(int),
            weight=np.concatenate([item.weights for item in usable]),
        )
    )
    return model


def fit_all(samples: Sequence[Sample], more: Sequence[Sample] = ()) -> list[Any]:
    """The forests whose mean judges: fitted on the samples, and on the samples and more, where there are more."""
    return [fit(samples), fit([*samples, *more])] if more else [fit(samples)]


class Owned(Protocol):
    """What has a publisher."""

    @property
    def publisher(self) -> str: ...


def folds(samples: Sequence[Owned], count: int = 5) -> npt.NDArray[np.int64]:
    """The fold of each sample: a publisher's pages are all in one, so that none is judged by its own site's pages."""
    owners = sorted({item.publisher for item in samples})
    order = np.random.RandomState(7).permutation(len(owners)) % count
    number = dict(zip(owners, order, strict=True))
    return np.array([number[item.publisher] for item in samples])


def cross_validate(samples: Sequence[Sample], more: Sequence[Sample] = ()) -> list[npt.NDArray[np.float64]]:
    """For each sample the probabilities (n_blocks,) by forests that saw no page of its publisher."""
    number = folds(samples)
    found: dict[int, npt.NDArray[np.float64]] = {}
    for fold in sorted(set(number.tolist())):
        unseen = {item.publisher for item, other in zip(samples, number, strict=True) if other == fold}
        models = fit_all(*([item for item in items if item.publisher not in unseen] for items in (samples, more)))
        for index in np.flatnonzero(number == fold).tolist():
            found[index] = probabilities(mean_log_odds(models, samples[index].matrix.T))
    return [found[index] for index in range(len(samples))]


def mean_log_odds(models: Sequence[Any], matrix: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Of the rows of the matrix, (n, n_features): (n,), or (n, K) where the models know K kinds."""
    odds: npt.NDArray[np.float64] = np.mean(
        [model.predict(matrix, prediction_type="RawFormulaVal") for model in models], axis=0
    )
    return odds
