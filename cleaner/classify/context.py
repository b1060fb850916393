"""The second look: what the first probabilities of a block's surroundings say of it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cleaner.classify.features import Columns, Table, shift

Row = npt.NDArray[np.float64]
_REACH = (-4, -3, -2, -1, 1, 2, 3, 4)
_WINDOWS = (4, 12, 40)
_SURE = 0.8
_LEVELS = 4


def context(c: Columns, p: Row) -> Table:
    """Features of the second stage from the first stage's probabilities p, float64 (n,)."""
    table: Table = {"p": p}
    _around(table, c, p)
    _containers(table, c, p)
    _kin(table, c, p)
    _sure(table, c, p)
    return table


def _around(table: Table, c: Columns, p: Row) -> None:
    for by in _REACH:
        table[f"p{by:+d}"] = shift(p, by, -1)
    mass, words = _running(p * c.words), _running(c.words)
    at = np.arange(c.n)
    for width in _WINDOWS:
        low, high = np.maximum(at - width, 0), np.minimum(at + 1 + width, c.n)
        table[f"p_{width}_before"] = (mass[at] - mass[low]) / np.maximum(words[at] - words[low], 1)
        table[f"p_{width}_after"] = (mass[high] - mass[at + 1]) / np.maximum(words[high] - words[at + 1], 1)
    table["p_mass"] = np.full(c.n, mass[-1])
    table["p_mass_share"] = np.full(c.n, mass[-1] / max(words[-1], 1))
    table["p_before"] = mass[at] / max(mass[-1], 1)
    table["p_after"] = (mass[-1] - mass[at + 1]) / max(mass[-1], 1)


def _running(values: Row) -> Row:
    return np.concatenate([[0.0], np.cumsum(values)])


def _containers(table: Table, c: Columns, p: Row) -> None:
    mass = p * c.words
    sums = c.tree.sums(np.stack([mass, c.words, p], axis=1))
    for number, level in enumerate(c.levels, 1):
        below = sums[level]
        table[f"p_c{number}"] = below[:, 0] / np.maximum(below[:, 1], 1)
        table[f"p_c{number}_share"] = below[:, 0] / np.maximum(sums[0, 0], 1)
        table[f"p_c{number}_blocks"] = below[:, 2] / np.maximum(c.tree.counts[level], 1)
        table[f"p_c{number}_others"] = (below[:, 0] - mass) / np.maximum(below[:, 1] - c.words, 1)
    for name, level in (("home", c.home), ("box", c.box)):
        below = sums[level]
        table[f"p_{name}"] = below[:, 0] / np.maximum(below[:, 1], 1)
        table[f"p_{name}_share"] = below[:, 0] / np.maximum(sums[0, 0], 1)
        table[f"p_{name}_others"] = (below[:, 0] - mass) / np.maximum(below[:, 1] - c.words, 1)
    for share in (0.6, 0.9, 0.98):
        table[f"p_main{int(100 * share)}"] = c.tree.inside(c.tree.smallest_with(mass, share))


def _kin(table: Table, c: Columns, p: Row) -> None:
    mass, words = np.bincount(c.kin, p * c.words), np.bincount(c.kin, c.words)
    table["p_kin"] = (mass / np.maximum(words, 1))[c.kin]
    table["p_kin_blocks"] = (np.bincount(c.kin, p) / np.bincount(c.kin))[c.kin]
    table["p_kin_share"] = (mass / max(mass.sum(), 1))[c.kin]


def _sure(table: Table, c: Columns, p: Row) -> None:
    """Distances, in blocks and words, to the first, last, nearest confident paragraph."""
    at = np.arange(c.n)
    sure = (p >= _SURE) & (c.prose > 0)
    places = np.flatnonzero(sure)
    first, last = (int(places[0]), int(places[-1])) if len(places) else (0, c.n - 1)
    words = _running(c.words)
    table["sure"] = np.full(c.n, len(places))
    table["from_sure"] = at - first
    table["to_sure"] = last - at
    table["words_from_sure"] = words[at] - words[first]
    table["words_to_sure"] = words[last] - words[at]
    before = np.maximum.accumulate(np.where(sure, at, -999))
    after = np.minimum.accumulate(np.where(sure, at, c.n + 999)[::-1])[::-1]
    table["since_sure"] = np.minimum(at - before, 999)
    table["until_sure"] = np.minimum(after - at, 999)
