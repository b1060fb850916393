"""Keeps a page that is too slow, too big or deadly from harming its neighbours.

Each page is cleaned in a process of its own pool; one that takes too long is killed and replaced.
The usual libraries share one pipe and its lock among all workers, so that killing any of them at the
wrong moment (or, with Pebble 5.2, an idle one at any moment) breaks the whole pool. Here each process
has its own pipe, owned by one request at a time, and there is no helper thread.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, LifoQueue
from typing import Protocol

from cleaner.settings import Settings
from cleaner.web.errors import ServiceBusy
from cleaner.web.page_process import PageProcess, Rules, Serve
from cleaner.web.worker import Output, Work, serve_jobs


class Guard(Protocol):
    """Runs jobs. `run` raises what cleaning raises, and LimitExceeded or ServiceBusy; `start` may be left out.

    `demand_room` raises ServiceBusy when so many pages wait that one more had better come back later.
    """

    def start(self) -> None: ...

    def run(self, job: Work) -> Output: ...

    def demand_room(self) -> None: ...

    def run_all(self, jobs: Sequence[Work]) -> Iterator[Output | Exception]: ...

    def close(self) -> None: ...


class InProcess:
    """No guard at all: pages are cleaned in the caller's thread, without a time limit."""

    def __init__(self, clean: Callable[[Work], Output]) -> None:
        self.run = clean

    def start(self) -> None:
        return None

    def demand_room(self) -> None:
        return None

    def run_all(self, jobs: Sequence[Work]) -> Iterator[Output | Exception]:
        return (attempt(self.run, job) for job in jobs)

    def close(self) -> None:
        return None


def attempt(run: Callable[[Work], Output], job: Work) -> Output | Exception:
    """The output, or the error as a value: for batches and streams, where no page, and no defect of ours that it
    meets, must stop the next."""
    try:
        return run(job)
    except Exception as error:
        return error


class ProcessGuard:
    """A pool of page processes, started when first used, so that it may be made before a fork."""

    def __init__(self, settings: Settings, rules: Rules, serve: Serve = serve_jobs) -> None:
        """`rules` gives the rulebook that serves now; `serve` is what a page's process does."""
        self._settings, self._rules, self._serve = settings, rules, serve
        self._lock = threading.Lock()
        self._owner = 0
        self._waiting = 0
        self._idle: LifoQueue[PageProcess] = LifoQueue()

    def start(self) -> None:
        """Starts the processes if this server process has none yet."""
        if self._owner == os.getpid():
            return
        with self._lock:
            if self._owner != os.getpid():
                self._idle = LifoQueue()
                for _ in range(self._settings.page_workers):
                    self._idle.put(PageProcess(self._settings, self._rules, self._serve))
                self._owner = os.getpid()

    def run(self, job: Work) -> Output:
        """One page. The process comes back to the pool whatever happens, replaced where needed."""
        self.start()
        process = self._free_process()
        try:
            return process.run(job)
        finally:
            self._idle.put(process)

    def demand_room(self) -> None:
        """For single pages: however many those of a batch or stream are, each waits up to `queue_seconds`.

        Without it an overloaded server answers everybody, and everybody too late.
        """
        if self._waiting >= max(1, self._settings.queue_pages) and self._idle.empty():
            raise ServiceBusy(f"{self._settings.queue_pages} pages are waiting already")

    def run_all(self, jobs: Sequence[Work]) -> Iterator[Output | Exception]:
        """All pages, as many at a time as there are processes; outcomes in the order of the jobs."""
        with ThreadPoolExecutor(self._settings.page_workers) as threads:
            yield from threads.map(lambda job: attempt(self.run, job), jobs)

    def _free_process(self) -> PageProcess:
        self._count(1)
        try:
            return self._idle.get(timeout=self._settings.queue_seconds)
        except Empty:
            raise ServiceBusy(f"no page process came free within {self._settings.queue_seconds:g} s") from None
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._lock:
            self._waiting += change

    def close(self) -> None:
        """Ends all idle processes."""
        while not self._idle.empty():
            self._idle.get_nowait().stop()
