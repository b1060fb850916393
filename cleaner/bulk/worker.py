"""What runs in a worker process: batches of records in, encoded shards out, a sign of life after each page."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from cleaner.allocator import bounded_memory, give_back
from cleaner.bulk.batch import Clean, Row, clean_rows, output_table, records_of
from cleaner.bulk.facts import facts_table
from cleaner.bulk.record import Trouble
from cleaner.bulk.schema import record_batch_bytes, table_of
from cleaner.bulk.writers import FORMATS, parquet_bytes
from cleaner.model import CleanResult

#: Makes the cleaning function, in the process that will use it.
Engine = Callable[[], Clean]


class Task(NamedTuple):
    """One batch. batch: Arrow IPC of `INPUT_SCHEMA`. pages: its rows.

    format: of `writers.FORMATS`, or "arrow" for IPC back.
    ruled_out: trouble of pages that killed a process before, by row.
    """

    batch: bytes
    pages: int
    format: str
    ruled_out: dict[int, Trouble]


class Done(NamedTuple):
    """What came of a batch. data: the output file. facts: Parquet of `FACTS_SCHEMA` (empty for "arrow")."""

    data: bytes
    facts: bytes
    statuses: tuple[str, ...]
    hosts: tuple[str, ...]


def default_engine(rules: Path | None, max_bytes: int) -> Engine:
    """The engine of this package with its own or other rules, as something that can be sent to a process."""
    return partial(_load_engine, rules, max_bytes)


def _load_engine(rules: Path | None, max_bytes: int) -> Clean:
    from cleaner.limits import Limits
    from cleaner.model import RawPage
    from cleaner.pipeline import clean_page
    from cleaner.rulebook import load_rulebook

    rulebook, limits = load_rulebook(rules), Limits(max_bytes)
    return lambda content, url, content_type: clean_page(RawPage(content, url, content_type), rulebook, limits)


def serve_batches(pipe: Connection, engine: Engine, memory_mb: int) -> None:
    """The process. Says None when it is ready; then for each task True after each page, and at last a `Done`."""
    clean = engine()
    pipe.send(None)
    _postpone_garbage()
    while True:
        gc.collect()
        give_back()
        pipe.send(_work(pipe.recv(), _bounded(clean, memory_mb), partial(pipe.send, True)))


def _postpone_garbage() -> None:
    """The engine makes hardly any cycles; looking for them between pages costs some eight per cent."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _work(task: Task, clean: Clean, alive: Callable[[], None]) -> Done:
    rows = list(_signalled(clean_rows(records_of(table_of(task.batch)), clean, task.ruled_out), alive))
    statuses = tuple(row.status for row in rows)
    if task.format == "arrow":
        return Done(record_batch_bytes(output_table(rows)), b"", statuses, ())
    facts = facts_table(rows)
    hosts = tuple(host or "" for host in facts.column("host").to_pylist())
    return Done(FORMATS[task.format].encode(rows), parquet_bytes(facts), statuses, hosts)


def _signalled(rows: Iterator[Row], alive: Callable[[], None]) -> Iterator[Row]:
    for row in rows:
        alive()
        yield row


def _bounded(clean: Clean, mebibytes: int) -> Clean:
    """The function with memory bounded while it runs: no page is to blame for what the writing of the shard needs."""

    def bounded(content: bytes, url: str | None, content_type: str | None) -> CleanResult:
        with bounded_memory(mebibytes):
            return clean(content, url, content_type)

    return bounded
