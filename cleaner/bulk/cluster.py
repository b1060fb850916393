"""A run on a Ray cluster: the same files as on one machine, written by many.

Ray gives what is not written again here: the machines, the queue of tasks, their retry when a worker or a
machine dies. A task is one unit (an archive file, or a handful of pages); its worker reads, cleans and writes
it, so no page goes through the head node. Inputs and output must be where every machine reaches them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from cleaner.bulk.finish import finish
from cleaner.bulk.guard import Bounds, Worker
from cleaner.bulk.plan import Unit, shards
from cleaner.bulk.progress import Progress
from cleaner.bulk.readers import ReadOptions
from cleaner.bulk.run import Job, clean_shard, taken_up
from cleaner.bulk.state import State
from cleaner.bulk.store import Store
from cleaner.bulk.worker import Engine
from cleaner.errors import OptionError

_RETRIES = 5  # of a unit whose machine or process died


class Errand(NamedTuple):
    """What every task of a run is told."""

    out: str
    output: str
    engine: Engine
    bounds: Bounds
    read: ReadOptions


class Outcome(NamedTuple):
    statuses: tuple[str, ...]
    hosts: tuple[str, ...]
    known: int


def run_on_ray(job: Job, progress: Progress, address: str | None = None) -> None:
    """Like `run.run`, on the cluster at `address` ("auto", "ray://head:10001"); None starts one on this machine.

    `job.workers` bounds the tasks at work at a time. Raises OptionError when Ray is not installed.
    """
    ray = _ray()
    with taken_up(job) as (plan, state):
        if state.finished():
            progress.note("this run is finished already; --restart does it again")
            return
        with _cluster(ray, address), progress:
            _clean(ray, job, plan, state, progress)
        finish(state, job.across, progress)


@contextmanager
def _cluster(ray: Any, address: str | None) -> Iterator[None]:
    """The caller's Ray where there is one; else one that ends with the block."""
    if ray.is_initialized():
        yield
        return
    ray.init(address=address, log_to_driver=False, include_dashboard=False)
    try:
        yield
    finally:
        ray.shutdown()


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # an archive's run is nobody else's business
    try:
        import ray
    except ImportError:
        raise OptionError("a run on Ray needs the extra: pip install '.[cluster]' in the project's folder") from None
    return ray


def _clean(ray: Any, job: Job, plan: Sequence[Unit], state: State, progress: Progress) -> None:
    done = state.done_units()
    progress.begin(plan, done)
    errand = ray.put(Errand(job.out, job.output, job.engine, job.bounds, job.read))
    task = ray.remote(clean_unit).options(max_retries=_RETRIES)
    left = [unit for unit in plan if unit.name not in done]
    left.reverse()
    running: dict[Any, Unit] = {}
    while left or running:
        while left and len(running) < job.workers:
            unit = left.pop()
            running[task.remote(errand, unit)] = unit
        ready, _ = ray.wait(list(running), num_returns=1)
        _report(ray.get(ready[0]), running.pop(ready[0]), progress)


def _report(outcome: Outcome, unit: Unit, progress: Progress) -> None:
    progress.known(outcome.known)
    progress.rows(outcome.statuses, outcome.hosts, None)
    progress.unit_done(unit)


def clean_unit(errand: Errand, unit: Unit) -> Outcome:
    """Reads, cleans and writes one unit; what an earlier try has written is kept."""
    state = State(Store(errand.out), errand.output)
    worker = Worker(errand.engine, errand.bounds)
    done = state.done_shards()
    quiet = Progress(lambda _: None, lambda _: None)
    names: list[str] = []
    statuses: list[str] = []
    hosts: list[str] = []
    known = 0
    try:
        for shard in shards(unit, errand.read):
            names.append(shard.name)
            if shard.name in done:
                known += len(shard.records)
                continue
            result = clean_shard(shard, worker, state, errand.output, quiet)
            statuses += result.statuses
            hosts += result.hosts
    finally:
        worker.close()
    state.put_unit(unit, names)
    return Outcome(tuple(statuses), tuple(hosts), known)
