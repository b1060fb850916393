"""How many rows of each status a run has written so far."""

from __future__ import annotations

from collections import Counter

from cleaner.bulk.schema import parquet_table
from cleaner.bulk.state import FACTS
from cleaner.bulk.store import Store


def row_counts(run: str) -> Counter[str]:
    """Status -> rows, over the finished shards of the run in this folder."""
    store = Store(run)
    counts: Counter[str] = Counter()
    for name in store.names(FACTS):
        counts.update(parquet_table(store.read(name), ["status"]).column("status").to_pylist())
    return counts
