"""No pattern of the rules can be made to run away, by 24 characters or by 20,000."""

from __future__ import annotations

import re

import pytest

from cleaner.pipeline import default_rulebook
from cleaner.rulebook import Rule
from tests.hostile.baits import LONG, SHORT, baits, seconds

RULES = [rule for rule in default_rulebook().rules if rule.where.pattern is not None]
MOST = 0.05  # CPU seconds of one bait; a quadratic pattern takes 20,000 characters some seconds
TRIES = 5  # one that is quick is quick once, whatever else the machine does


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule(rule: Rule) -> None:
    """A rule that asks for short texts only is not asked about longer ones."""
    assert rule.where.pattern is not None
    pattern = rule.where.pattern.compile()
    longest = rule.where.max_chars or LONG
    for bait in baits(pattern, rule.hits):
        assert any(seconds(pattern, bait[-longest:]) < MOST for _ in range(TRIES)), bait[:SHORT]


@pytest.mark.parametrize(("source", "length"), [(r"(?:a+)+b", SHORT), (r"\s+\|", LONG)])
def test_the_baits_bite(source: str, length: int) -> None:
    """What the loader refuses, and what it would let through, are both found."""
    pattern = re.compile(source)
    times = (seconds(pattern, bait) for bait in baits(pattern) if len(bait) <= length + 2)
    assert any(time > MOST for time in times)
