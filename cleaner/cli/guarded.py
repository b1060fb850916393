"""One page in a process of its own, so that no page can outstay its time or take the machine's memory.

The alarm of a clock would not do: Python hears it only between two of its own steps, and a page can keep a
library of C busy for much longer.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar

from cleaner.allocator import bounded_memory
from cleaner.errors import LimitExceeded
from cleaner.limits import OUT_OF_MEMORY
from cleaner.settings import Settings

T = TypeVar("T")

# The command line has one thread, so a fork is safe; it has the rulebook already.
_CONTEXT = multiprocessing.get_context("fork")


def guarded(work: Callable[[], T], seconds: float, memory_mb: int) -> T:
    """What the work gives, from another process. memory_mb: MiB of data it may hold; 0 for no bound.

    Raises what the work raises, and LimitExceeded when it takes too long, too much, or its process dies of it.
    """
    near, far = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_serve, args=(far, work, memory_mb), daemon=True)
    process.start()
    far.close()
    try:
        outcome = near.recv() if near.poll(seconds) else LimitExceeded(f"the page took more than {seconds:g} s")
    except EOFError:
        process.join()
        outcome = LimitExceeded(f"the process that cleaned the page died (exit code {process.exitcode})")
    finally:
        near.close()
        process.kill()
        process.join()
    if isinstance(outcome, Exception):
        raise outcome
    result: T = outcome
    return result


@dataclass(frozen=True, slots=True)
class Guard:
    """The bounds of one page, for whatever is done with it."""

    seconds: float
    memory_mb: int

    def __call__(self, work: Callable[[], T]) -> T:
        return guarded(work, self.seconds, self.memory_mb)


def guard(settings: Settings) -> Guard:
    """The bounds that the settings name."""
    return Guard(settings.page_seconds, settings.page_memory_mb)


def _serve(pipe: Connection, work: Callable[[], object], memory_mb: int) -> None:
    try:
        with bounded_memory(memory_mb):
            outcome = work()
    except OUT_OF_MEMORY:
        outcome = LimitExceeded("the page needs more memory than one page may have")
    except RecursionError:
        outcome = LimitExceeded("the page is nested more deeply than can be followed")
    except Exception as error:
        outcome = error
    pipe.send(outcome)
