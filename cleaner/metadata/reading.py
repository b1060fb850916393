"""One reading of a field, and how the readings of a field become its candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from cleaner.model import Candidate

T = TypeVar("T")


class Reading(NamedTuple, Generic[T]):
    """A value as read from one place. `rejected` says why it cannot count; "" when it can."""

    value: T
    raw: str
    source: str
    rejected: str = ""


class Found(NamedTuple, Generic[T]):
    """The value decided for a field, and all candidates with their verdicts."""

    value: T
    candidates: tuple[Candidate, ...] = ()


def first_usable(readings: Iterable[Reading[T]]) -> T | None:
    """The value of the most trusted reading: they come in order of trust."""
    return next((reading.value for reading in readings if not reading.rejected), None)


def judge(
    readings: Iterable[Reading[T]], chosen: T | None, same: Callable[[T, T], bool] = lambda a, b: a == b
) -> tuple[Candidate, ...]:
    """The candidates of a field: the first reading of the chosen value, those that agree, the rest."""
    verdicts: list[Candidate] = []
    taken = False
    for reading in readings:
        if reading.rejected:
            verdict = f"rejected: {reading.rejected}"
        elif chosen is None:
            verdict = "weaker"
        elif not taken and reading.value == chosen:
            verdict, taken = "chosen", True
        else:
            verdict = "agrees" if same(reading.value, chosen) else "weaker"
        verdicts.append(Candidate(reading.raw, reading.source, verdict))
    return tuple(verdicts)


def settle(readings: Iterable[Reading[T]], same: Callable[[T, T], bool] = lambda a, b: a == b) -> Found[T | None]:
    """Trust in order: the first reading that is not rejected is the value."""
    listed = tuple(readings)
    value = first_usable(listed)
    return Found(value, judge(listed, value, same))
