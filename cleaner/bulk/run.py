"""A bulk run on this machine. Read this file first: `run` is the algorithm.

One thread (the caller's) reads records in input order and cuts them into shards; as many threads as there
are workers each hold one process, give it a shard, and write what comes back. At most one shard more than
there are workers is held, however large the input is. A shard's name and rows depend on the input alone, so
that any number of workers, in any number of tries, writes the same files.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import LifoQueue

from cleaner.bulk.batch import input_table
from cleaner.bulk.finish import finish
from cleaner.bulk.guard import Bounds, Worker
from cleaner.bulk.plan import Shard, Unit, list_inputs, shards, units
from cleaner.bulk.progress import Progress
from cleaner.bulk.readers import ReadOptions
from cleaner.bulk.remote import is_remote
from cleaner.bulk.schema import record_batch_bytes
from cleaner.bulk.state import State
from cleaner.bulk.store import Store
from cleaner.bulk.worker import Done, Engine


@dataclass(frozen=True, slots=True)
class Job:
    """What to run. identity: what else must be the same for a run to be gone on with (engine, rules)."""

    inputs: tuple[str, ...]
    out: str
    engine: Engine
    output: str = "parquet"
    workers: int = 2
    bounds: Bounds = field(default_factory=Bounds)
    read: ReadOptions = field(default_factory=ReadOptions)
    identity: dict[str, str] = field(default_factory=dict)
    restart: bool = False
    across: bool = True


def run(job: Job, progress: Progress) -> None:
    """Cleans all inputs into `job.out`, going on where an earlier run of the same job ended.

    Raises OptionError for inputs that do not exist, and for a folder that holds another run or is being written to.
    """
    with taken_up(job) as (plan, state):
        if state.finished():
            progress.note("this run is finished already; --restart does it again")
            return
        with progress, _Pool(job, state, progress) as pool:
            pool.clean(plan)
        finish(state, job.across, progress)


@contextmanager
def taken_up(job: Job) -> Iterator[tuple[list[Unit], State]]:
    """The plan, and the state of the output folder for it, which no other run may write to meanwhile."""
    store = Store(job.out)
    paths = list_inputs(job.inputs, job.out)
    with store.held():
        state = State(store, job.output)
        state.begin(_identity(job, paths), job.restart)
        yield units(paths), state


def _identity(job: Job, paths: Sequence[str]) -> dict[str, object]:
    return {
        **job.identity,
        "format": job.output,
        "page_seconds": job.bounds.seconds,
        "page_memory_mb": job.bounds.memory_mb,
        "max_bytes": job.read.max_bytes,
        "columns": [list(job.read.content), list(job.read.url)],
        "inputs": len(paths),
        "inputs_sha256": hashlib.sha256("\n".join(map(_named, paths)).encode("utf-8", "surrogateescape")).hexdigest(),
    }


def _named(path: str) -> str:
    """An input as a later try must find it; of what is remote the name alone, since a size would cost a question."""
    return path if is_remote(path) or not os.path.exists(path) else f"{path}\0{os.path.getsize(path)}"


class _Pool:
    """The workers of a run and the shards on their way."""

    def __init__(self, job: Job, state: State, progress: Progress) -> None:
        self._job, self._state, self._progress = job, state, progress
        self._threads = ThreadPoolExecutor(job.workers)
        self._window = threading.Semaphore(job.workers + 1)
        self._workers: LifoQueue[Worker] = LifoQueue()
        self._all = [Worker(job.engine, job.bounds) for _ in range(job.workers)]
        for worker in self._all:
            self._workers.put(worker)
        self._open: deque[tuple[Unit, list[str], list[Future[None]]]] = deque()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.abandon()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.close()

    def clean(self, plan: Sequence[Unit]) -> None:
        done_shards, done_units = self._state.done_shards(), self._state.done_units()
        self._progress.begin(plan, done_units)
        for unit in plan:
            if unit.name not in done_units:
                self._submit(unit, done_shards)
                self._close_units(wait=False)
        self._close_units(wait=True)

    def _submit(self, unit: Unit, done_shards: set[str]) -> None:
        names: list[str] = []
        futures: list[Future[None]] = []
        for shard in shards(unit, self._job.read):
            names.append(shard.name)
            self._progress.reading(unit, shard.records)
            if shard.name in done_shards:
                self._progress.known(len(shard.records))
                continue
            self._window.acquire()
            futures.append(self._threads.submit(self._work, shard))
            _raise_first(futures[-2 * self._job.workers :])
        self._open.append((unit, names, futures))

    def _work(self, shard: Shard) -> None:
        with self._a_worker() as worker:
            clean_shard(shard, worker, self._state, self._job.output, self._progress)

    @contextmanager
    def _a_worker(self) -> Iterator[Worker]:
        worker = self._workers.get()
        try:
            yield worker
        finally:
            self._workers.put(worker)
            self._window.release()

    def _close_units(self, wait: bool) -> None:
        """Marks units whose shards are all written, oldest first."""
        while self._open and (wait or all(future.done() for future in self._open[0][2])):
            unit, names, futures = self._open.popleft()
            for future in futures:
                future.result()
            self._state.put_unit(unit, names)
            self._progress.unit_done(unit)


def _raise_first(futures: list[Future[None]]) -> None:
    for future in futures:
        if future.done():
            future.result()


def clean_shard(shard: Shard, worker: Worker, state: State, output: str, progress: Progress) -> Done:
    """Cleans and writes one shard. Raises WorkerStartFailed, and OSError when the output cannot be written."""
    done = worker.run(record_batch_bytes(input_table(shard.records)), output)
    state.put_shard(shard.name, done)
    progress.rows(done.statuses, done.hosts, worker.pid)
    return done
