"""The zoo in small: the promises for every attack, and linear cost for those that once had none.

The whole zoo at full size: `python -m tests.hostile`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

import pytest

from tests.hostile import oracle
from tests.hostile.measure import cpu_seconds
from tests.hostile.zoo import BY_NAME, ZOO

SMALL = 2_500  # bytes
#: Attacks that took quadratic time or worse before a bound was found for them: -> bytes at which that shows.
ONCE_SLOW = {
    "nested-div": 50_000,
    "unclosed-fonts": 20_000,
    "reopened-formatting-many": 9_000,
    "options": 25_000,
    "many-attributes": 50_000,
    "captions-far": 12_000,
    "json-ld-comments-open": 15_000,
    "json-ld-newlines": 20_000,
    "double-encoded-lines": 25_000,
    "line-colons": 25_000,
    "marks-unordered": 8_000,
    "spaces-author": 8_000,
    "dashes-under-title": 8_000,
    "named-quotes": 40_000,
}
MOST_GROWTH = 9


def test_names_are_distinct() -> None:
    assert len(BY_NAME) == len(ZOO)


@pytest.mark.parametrize("name", BY_NAME)
def test_promises_hold(name: str) -> None:
    attack = BY_NAME[name]
    oracle.check(attack.make(SMALL), attack.kind, reference=False)


@pytest.mark.parametrize("name", ONCE_SLOW)
def test_cost_is_linear(name: str) -> None:
    """Measured again where it looks worse: other load on the machine comes and goes, a quadratic cost stays."""
    assert any(growth < MOST_GROWTH for growth in islice(growths(name, ONCE_SLOW[name]), 6))


def growths(name: str, size: int) -> Iterator[float]:
    """How many times the CPU seconds of a page one of four times its size takes: 4 if linear, 16 if quadratic.

    Each time from the least that either has taken so far.
    """
    attack = BY_NAME[name]
    small, large = attack.make(size), attack.make(4 * size)
    cpu_seconds(small, attack.kind)
    least_small, least_large = math.inf, math.inf
    while True:
        least_small = min(least_small, cpu_seconds(small, attack.kind, 2))
        least_large = min(least_large, cpu_seconds(large, attack.kind))
        yield least_large / max(0.002, least_small)
