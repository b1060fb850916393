"""What a run came to, counted over its facts."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cleaner.bulk.record import STATUSES
from cleaner.bulk.schema import parquet_table
from cleaner.bulk.state import FACTS, shard_of
from cleaner.bulk.store import Store

Fact = dict[str, Any]  # a row of FACTS_SCHEMA; maps are lists of pairs
DOUBTFUL = FAILED = 50
QUALITY_BINS = 10


class Doubtful(NamedTuple):
    """A page worth a look. shard, row: where its ledger is."""

    quality: float
    shard: str
    row: int
    title: str
    url: str
    warnings: tuple[str, ...]


class Failure(NamedTuple):
    """A record that could not be read or cleaned, and where it stands in the input."""

    error: str
    source: str
    offset: int
    url: str | None


@dataclass(slots=True)
class Summary:
    """Counts; `years` by year of publication, `quality` by tenths, `errors` by "status: code".

    failures: the first `FAILED` in input order.
    """

    rows: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    quality: Counter[int] = field(default_factory=Counter)
    doubtful: list[Doubtful] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def facts_of(store: Store) -> Iterator[tuple[str, Fact]]:
    """(shard, fact) of every row in input order; one shard is held at a time."""
    for name in store.names(FACTS):
        for fact in parquet_table(store.read(name)).to_pylist():
            yield shard_of(name), fact


def summarise(store: Store) -> Summary:
    """The summary of a run's output so far."""
    summary = Summary()
    worst: list[tuple[float, int, Doubtful]] = []  # a heap whose top is the least doubtful
    for shard, fact in facts_of(store):
        _count(summary, fact)
        if fact["quality"] is not None and fact["status"] == "cleaned":
            item = (-fact["quality"], -summary.rows, _doubtful(shard, fact))
            heapq.heappush(worst, item)
            if len(worst) > DOUBTFUL:
                heapq.heappop(worst)
    summary.doubtful = [item[2] for item in sorted(worst, reverse=True)]
    return summary


def _count(summary: Summary, fact: Fact) -> None:
    summary.rows += 1
    summary.statuses[fact["status"]] += 1
    if fact["error"]:
        summary.errors[error := f"{fact['status']}: {fact['error']}"] += 1
        if fact["status"] in ("failed", "timed_out") and len(summary.failures) < FAILED:
            summary.failures.append(Failure(error, fact["source"], fact["offset"], fact["url"]))
    summary.hosts[fact["host"] or "(no address)"] += 1
    if fact["kind"] is None:
        return
    summary.kinds[fact["kind"]] += 1
    summary.stages[fact["stage"] or "none"] += 1
    summary.roles.update(dict(fact["roles"] or ()))
    summary.rules.update(dict(fact["rules"] or ()))
    summary.years[(fact["published"] or "")[:4] or "unknown"] += 1
    summary.quality[min(QUALITY_BINS - 1, int((fact["quality"] or 0.0) * QUALITY_BINS))] += 1


def _doubtful(shard: str, fact: Fact) -> Doubtful:
    title, url = fact["title"] or "(no title)", fact["url"] or f"{fact['source']}#{fact['offset']}"
    return Doubtful(fact["quality"], shard, fact["row"], title, url, tuple(fact["warnings"] or ()))


def summary_text(summary: Summary) -> str:
    """The summary for a terminal."""
    lines = [f"{summary.rows:,} records, one row each"]
    lines += [f"  {name:12} {summary.statuses[name]:>10,}" for name in STATUSES if summary.statuses[name]]
    for title, counter in (("why not", summary.errors), ("hosts", summary.hosts), ("kinds", summary.kinds)):
        if counter:
            lines.append(f"{title}:")
            lines += [f"  {count:>10,}  {name}" for name, count in ranked(counter)[:10]]
    return "\n".join(lines) + "\n"


def ranked(counter: Counter[Any]) -> list[tuple[Any, int]]:
    """Most frequent first; ties by name, so that the order does not depend on the run."""
    return sorted(counter.items(), key=lambda item: (-item[1], str(item[0])))
