"""One page in a process of its own, so that no page can outstay its time or take the machine's memory.

The alarm of a clock would not do: Python hears it only between two of its own steps, and a page can keep a
library of C busy for much longer.
"""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar

from cleaner.allocator import bounded_memory
from cleaner.piped import Overdue, PipedProcess, ProcessDied, limits_told
from cleaner.settings import Settings

T = TypeVar("T")

# The command line has one thread, so a fork is safe; it has the rulebook already.
_CONTEXT = multiprocessing.get_context("fork")


def guarded(work: Callable[[], T], seconds: float, memory_mb: int) -> T:
    """What the work gives, from another process. memory_mb: MiB of data it may hold; 0 for no bound.

    Raises what the work raises, LimitExceeded when it takes too long or too much, PageLost when its process dies or
    hardly gets to work, RuntimeError for an outcome that cannot be sent.
    """
    process = PipedProcess(_CONTEXT, _serve, work, memory_mb)
    try:
        outcome = process.receive(seconds)
    except (Overdue, ProcessDied) as failure:
        raise failure.of_page() from None
    finally:
        process.close()
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
        with limits_told(), bounded_memory(memory_mb):
            outcome = work()
    except Exception as error:
        outcome = error
    pipe.send_bytes(_sent(outcome))


def _sent(outcome: object) -> bytes:
    """As the other end reads it. An error may also be one that can be written and not read."""
    try:
        written = pickle.dumps(outcome)
        if isinstance(outcome, Exception):
            pickle.loads(written)
    except Exception as unsent:
        defect = outcome if isinstance(outcome, Exception) else unsent
        return pickle.dumps(RuntimeError(f"{type(defect).__name__}: {defect}"))
    return written
