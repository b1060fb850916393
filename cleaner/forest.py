"""Oblivious trees in numpy: all trees asked all blocks at once.

An oblivious tree asks the same question on all nodes of a level (CatBoost's trees, Prokhorenkova et
al. 2018, https://arxiv.org/abs/1706.09516), so the answers, read as a binary number, are the leaf.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

_AT_ONCE = 1_024  # blocks; each takes some 7 KB while it is asked


class Forest(NamedTuple):
    """T trees of depth D over named features.

    names: the features it asks for. asks: int (Q,), which of them each of Q different questions is about.
    borders: float32 (Q, 1), "yes" is value > border. splits: int (D, T), which question each level of each tree
    asks; level 0 is the lowest bit of the leaf number.
    leaves: float32 (T * 2**D,), or (T * 2**D, K) where the forest tells K kinds apart. offset: int (T, 1), where each
    tree's leaves begin. bias: float64 () or (K,), added to the sum of leaves, a log-odds.
    """

    names: tuple[str, ...]
    asks: npt.NDArray[np.intp]
    borders: npt.NDArray[np.float32]
    splits: npt.NDArray[np.intp]
    leaves: npt.NDArray[np.float32]
    offset: npt.NDArray[np.int32]
    bias: npt.NDArray[np.float64]


def read_forest(data: Mapping[str, Any]) -> Forest:
    """The forest of a data file: names, borders (per name), trees [[split, ...], [leaf, ...]].

    Where its bias is a list of K numbers, a tree has K numbers for each leaf, leaf by leaf.
    """
    names = tuple(data["borders"])
    flat = [(number, border) for number, name in enumerate(names) for border in data["borders"][name]]
    splits = np.array([tree[0] for tree in data["trees"]], dtype=np.intp).T
    asks, borders = np.array([number for number, _ in flat], dtype=np.intp), np.array([border for _, border in flat])
    leaves = np.array([tree[1] for tree in data["trees"]], dtype=np.float32) * np.float32(data["unit"])
    bias = np.array(data["bias"], dtype=np.float64)
    offset = np.arange(len(leaves), dtype=np.int32)[:, None] * (leaves.shape[1] // bias.size)
    leaf_of = leaves.reshape(-1, *bias.shape)
    return Forest(names, asks, borders.astype(np.float32)[:, None], splits, leaf_of, offset, bias)


def log_odds(forest: Forest, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """The forest's sums for each column of rows, float32 (len(forest.names), n). Returns float64 (n,) or (n, K)."""
    starts = range(0, rows.shape[1], _AT_ONCE)
    return np.concatenate([_sums(forest, rows[:, start : start + _AT_ONCE]) for start in starts])


def _sums(forest: Forest, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Each question is answered once, however many trees ask it; bytes are doubled in a tenth of a shift's time."""
    answers = (rows.take(forest.asks, axis=0) > forest.borders).view(np.uint8)
    highest, *lower = forest.splits[::-1]
    leaf = answers.take(highest, axis=0)
    for splits in lower:
        leaf += leaf
        leaf += answers.take(splits, axis=0)
    values = forest.leaves.take(leaf + forest.offset, axis=0)
    total: npt.NDArray[np.float64] = values.sum(axis=0, dtype=np.float64) + forest.bias
    return total


def probabilities(odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Log-odds as probabilities: the logistic function, without overflow."""
    return 0.5 * (1 + np.tanh(odds / 2))


def shares(odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The log-odds of K kinds, (n, K), as probabilities that add up to 1: the softmax function, without overflow."""
    powers = np.exp(odds - odds.max(axis=1, keepdims=True))
    found: npt.NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return found
