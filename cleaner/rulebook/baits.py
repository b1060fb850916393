"""Patterns held against texts on which a badly written one runs away."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleaner.rulebook.clauses import clauses
from cleaner.rulebook.pattern import Pattern
from cleaner.rulebook.rule import Rule

#: Lengths of the texts that slow patterns are baited with, and the seconds a search may take on each. They grow by
#: steps, so that a pattern whose work explodes is caught while it still ends.
BAITS = {8: 0.002, 12: 0.002, 16: 0.002, 20: 0.002, 24: 0.002, 400: 0.01, 3_000: 0.02, 20_000: 0.05}
_LETTERS = ("a", "A", " ", "1", "-", ".", "Aa ", "A.", "ả", "ab, ")
_TRIES = 5
Clock = Callable[[], float]


class Slow(NamedTuple):
    """A pattern and the text on which one search took `seconds`."""

    rule: str
    bait: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.rule}: {self.seconds * 1000:.0f} ms on {self.bait[:12]!r}... ({len(self.bait)} characters)"


def slow_patterns(rule: Rule, clock: Clock) -> Iterator[Slow]:
    """The first and shortest bait on which the rule's pattern takes too long."""
    pattern = rule.where.pattern
    if pattern is None:
        return
    for size, limit in BAITS.items():
        for bait in _baits(pattern.pattern, min(size, rule.where.max_chars or size)):
            seconds = _timed(pattern, bait, clock, limit)
            if seconds > limit:
                yield Slow(rule.id, bait, seconds)
                return


def _baits(source: str, size: int) -> Iterator[str]:
    """Texts of a length that a badly written pattern chews on: one thing over and over, with an end that fails."""
    needles = [needle for clause in clauses(source)[:3] for needle in clause[:4]]
    for piece in (*_LETTERS, *needles):
        yield (piece * size)[: size - 1] + "\0"
    for needle in needles:
        yield (needle + "Aa " * size)[: size - 1] + "\0"


def _timed(pattern: Pattern, bait: str, clock: Clock, limit: float) -> float:
    """Seconds for one search; where they are too many, the least of several, since the machine may be at fault."""
    pattern.compile()
    least = math.inf
    for _ in range(_TRIES):
        start = clock()
        pattern.search(bait)
        least = min(least, clock() - start)
        if least <= limit:
            break
    return least
