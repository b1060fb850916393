"""How a run shows itself: a live display on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TextIO

from cleaner.bulk.memory import resident_memory
from cleaner.bulk.plan import Unit
from cleaner.bulk.readers import is_container
from cleaner.bulk.record import Record
from cleaner.bulk.remote import is_remote, remote_size
from cleaner.bulk.snapshot import Snapshot

_MEGABYTE = 1024 * 1024
#: Files in which a record's offset says how far the reading is.
_OFFSETS_TELL = (".warc", ".warc.gz", ".arc", ".arc.gz", ".jsonl", ".ndjson", ".zip", ".tar")


class Progress:
    """Counts what the run reports; safe to call from several threads. `show` is called with each snapshot."""

    def __init__(
        self,
        show: Callable[[Snapshot], None],
        note: Callable[[str], None],
        every: float = 10.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._show, self.note, self._every, self._clock = show, note, every, clock
        self._lock = threading.Lock()
        self._started = self._shown = clock()
        self._statuses: Counter[str] = Counter()
        self._rows = self._known = self._rows_read = 0
        self._host = ""
        self._pids: set[int] = set()
        self._sizes: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        self._total = self._before = self._finished = self._read = 0.0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._show(self.snapshot())

    def begin(self, plan: Sequence[Unit], done: set[str]) -> None:
        self._sizes = {unit.number: _size(unit) for unit in plan}
        self._starts = dict(zip(self._sizes, accumulate(self._sizes.values(), initial=0), strict=False))
        self._total = float(sum(self._sizes.values()))
        self._before = float(sum(self._sizes[unit.number] for unit in plan if unit.name in done))
        self._finished = self._before
        self._started = self._clock()

    def reading(self, unit: Unit, records: Sequence[Record]) -> None:
        """Records that were just read, and so how far the reading of a unit is, where offsets tell it."""
        record = records[-1]
        self._rows_read += len(records)
        size = self._sizes.get(unit.number, 1)
        told = record.source.lower().endswith(_OFFSETS_TELL) and len(unit.paths) == 1
        self._read = float(self._starts.get(unit.number, 0) + (min(record.offset, size) if told else 0))

    def known(self, rows: int) -> None:
        """Rows that an earlier try has written."""
        with self._lock:
            self._known += rows

    def rows(self, statuses: Sequence[str], hosts: Sequence[str], pid: int | None) -> None:
        with self._lock:
            self._statuses.update(statuses)
            self._rows += len(statuses)
            self._host = next((host for host in reversed(hosts) if host), self._host)
            if pid:
                self._pids.add(pid)
            due = self._clock() - self._shown >= self._every
            if due:
                self._shown = self._clock()
        if due:
            self._show(self.snapshot())

    def unit_done(self, unit: Unit) -> None:
        self._finished += self._sizes.get(unit.number, 0)

    def snapshot(self) -> Snapshot:
        with self._lock:
            seconds = self._clock() - self._started
            # reading is ahead of cleaning by what the workers hold
            cleaned = (self._rows + self._known) / self._rows_read if self._rows_read else 1.0
            reached = min(max(self._finished, self._read * cleaned), self._total)
            gained = reached - self._before
            left = self._total - reached
            eta = seconds * left / gained if gained > 0 else None if left else 0.0
            memory, alive = resident_memory(self._pids | {os.getpid()})
            return Snapshot(
                rows=self._rows,
                known=self._known,
                statuses=dict(self._statuses),
                seconds=seconds,
                share=reached / self._total if self._total else 1.0,
                eta=eta,
                host=self._host,
                memory_mb=memory // _MEGABYTE,
                workers=alive - 1,
            )


def plain_progress(out: TextIO, every: float = 10.0) -> Progress:
    """A line every so many seconds, for logs."""

    def write(text: str) -> None:
        out.write(text + "\n")
        out.flush()

    return Progress(lambda snapshot: write(snapshot.line()), write, every)


def _size(unit: Unit) -> int:
    """Bytes of a unit. A remote page counts as one: hardly anything beside archives, and a question less for each."""
    return sum(_bytes_of(path) for path in unit.paths)


def _bytes_of(path: str) -> int:
    if is_remote(path):
        return remote_size(path) or 1 if is_container(path) else 1
    return max(1, os.path.getsize(path)) if os.path.exists(path) else 0
