"""Bounds each page's time and memory: pages are cleaned in processes that can be killed.

Each process has a pipe of its own, held by one thread at a time. Pools that share a pipe among workers
do not survive a kill at any moment (docs/bulk.md says what was tried).
"""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from cleaner.bulk.errors import WorkerStartFailed
from cleaner.bulk.record import Trouble
from cleaner.bulk.schema import record_batch_bytes, table_of
from cleaner.bulk.worker import Done, Engine, Task, default_engine, serve_batches
from cleaner.limits import Limits
from cleaner.piped import Overdue, PipedProcess, ProcessDied

#: Seconds that a new process may take to load the rules.
_START_SECONDS = 120.0
_STARTS = 3
#: Seconds that the rows of a whole batch may take to be written down.
_ENCODE_SECONDS = 120.0
#: Attempts at a page before it is given up. A process may die of something else than its page (a person,
#: the kernel), and a machine may have been asleep while the clock ran.
_TRIES = {"timed_out": 2, "failed": 3}
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["cleaner.bulk.preload"])


@dataclass(frozen=True, slots=True)
class Bounds:
    """seconds: of one page. memory_mb: private memory of one worker, in MiB; 0 for none."""

    seconds: float = 20.0
    memory_mb: int = 2048


class Worker:
    """One process that cleans batches; started when first used, replaced when it dies."""

    def __init__(self, engine: Engine, bounds: Bounds) -> None:
        self._engine, self._bounds = engine, bounds
        self._process: PipedProcess | None = None
        self._abandoned = False

    def run(self, batch: bytes, output: str) -> Done:
        """batch: Arrow IPC of `INPUT_SCHEMA`. output: see `worker.Task`.

        A page that takes too long or kills the process costs its own row; the rest of the batch is cleaned
        again by a new process. Raises WorkerStartFailed.
        """
        pages = table_of(batch).num_rows
        ruled_out: dict[int, Trouble] = {}
        deaths: dict[int, int] = {}
        while True:
            finished, outcome = self._attempt(Task(batch, pages, output, ruled_out))
            if isinstance(outcome, Done):
                return outcome
            page = _suspect(batch, finished, ruled_out)
            deaths[page] = deaths.get(page, 0) + 1
            if deaths[page] >= _TRIES[outcome.status]:
                ruled_out[page] = outcome

    def abandon(self) -> None:
        """Ends the process, from any thread; what it was at is given up."""
        self._abandoned = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def _attempt(self, task: Task) -> tuple[int, Done | Trouble]:
        """The batch's outcome, or the trouble of the page at the returned position."""
        process = self._started()
        finished = 0
        try:
            process.send(task)
            while True:
                message = process.receive(self._bounds.seconds if finished < task.pages else _ENCODE_SECONDS)
                if isinstance(message, Done):
                    return finished, message
                finished += 1
        except Overdue:
            trouble = Trouble("timed_out", "time", f"the page took more than {self._bounds.seconds:g} s")
        except ProcessDied:
            trouble = Trouble("failed", "process-died", "the page's process died, each time it was tried")
        self.close()
        return finished, trouble

    def _started(self) -> PipedProcess:
        """Raises WorkerStartFailed when no process comes up in a few tries: one may be killed while it starts."""
        for _ in range(_STARTS):
            process = self._process
            if process is None or not process.alive:
                self.close()
                process = self._process = PipedProcess(_CONTEXT, serve_batches, self._engine, self._bounds.memory_mb)
            if self._abandoned:  # asked once there is a process, so that none is left that `abandon` has not seen
                raise WorkerStartFailed("the run is over")
            if process.ready(_START_SECONDS):
                return process
            self.close()
        raise WorkerStartFailed("a worker process did not start; its own message stands above")


def _suspect(batch: bytes, finished: int, ruled_out: dict[int, Trouble]) -> int:
    """The page that a process died of: the one it was at, or the largest if all were done."""
    sizes = pc.binary_length(table_of(batch).column("content")).to_pylist()
    if finished < len(sizes):
        return finished
    left = [row for row in range(len(sizes)) if row not in ruled_out]
    if not left:
        raise WorkerStartFailed("a worker process dies without any page; its own message stands above")
    return max(left, key=lambda row: sizes[row] or 0)


class GuardedBatch:
    """`clean_batch` with each page bounded in time and memory, for engines that call an object on tables.

    Ray Data: `dataset.map_batches(GuardedBatch, batch_format="pyarrow", concurrency=8)`.
    Spark: make one in the function given to `mapInArrow` and call it on each batch (docs/examples/spark.py).
    """

    def __init__(self, bounds: Bounds | None = None, engine: Engine | None = None) -> None:
        self._worker = Worker(engine or default_engine(None, Limits().max_bytes), bounds or Bounds())

    def __call__(self, table: pa.Table) -> pa.Table:
        """One row of `OUTPUT_SCHEMA` for each row; see `clean_batch`."""
        return table_of(self._worker.run(record_batch_bytes(table), "arrow").data)

    def close(self) -> None:
        self._worker.close()
