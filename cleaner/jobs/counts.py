"""How many rows of each status a run has written so far."""

from __future__ import annotations

import io
from collections import Counter

import pyarrow.parquet as pq

from cleaner.bulk.state import FACTS
from cleaner.bulk.store import Store


def row_counts(run: str) -> Counter[str]:
    """Status -> rows, over the finished shards of the run in this folder."""
    store = Store(run)
    counts: Counter[str] = Counter()
    for name in store.names(FACTS):
        counts.update(pq.read_table(io.BytesIO(store.read(name)), columns=["status"]).column("status").to_pylist())
    return counts
