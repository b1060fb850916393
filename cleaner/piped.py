"""A process of its own, and the pipe to it: for work that may have to be killed.

Each process has a pipe that no other writes to, so that it may be killed at any moment and nobody else notices.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkServerContext
from pathlib import Path
from typing import Any

from cleaner.errors import LimitExceeded, PageLost
from cleaner.limits import OUT_OF_MEMORY

#: Share of its time that a page must have been worked at to be called slow; else the machine had other things to do.
_AT_WORK = 0.5
#: Seconds that a process whose pipe is closed may take to be gone, so that its exit code is known.
_GONE_SECONDS = 1.0

#: What the process does with its end of the pipe and with what it is given.
Serve = Callable[..., None]


class Overdue(Exception):
    """No answer came in so many seconds, in which the process had so many to work in."""

    def __init__(self, seconds: float, worked: float) -> None:
        super().__init__(seconds, worked)
        self.seconds, self.worked = seconds, worked

    def of_page(self) -> LimitExceeded:
        """What is told of a page that was not done in time."""
        if self.worked >= _AT_WORK * self.seconds:
            return LimitExceeded(f"the page took more than {self.seconds:g} s")
        return PageLost(
            f"the page was not done in {self.seconds:g} s, of which its process had {self.worked:.1f} s to work in"
        )


class ProcessDied(Exception):
    """The other end of the pipe is closed; code: the process' exit code, None where it is not known."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code

    def of_page(self) -> LimitExceeded:
        """What is told of the page that it was at."""
        return PageLost(f"the process that cleaned the page died (exit code {self.code})")


class PipedProcess:
    """Held by one thread at a time; any thread may kill it."""

    def __init__(self, context: ForkContext | ForkServerContext, serve: Serve, *given: object) -> None:
        """Starts it. serve: called in the process with its end of the pipe and what is given."""
        self._pipe, far_end = context.Pipe()
        copied = (self._pipe,) if isinstance(context, ForkContext) else ()
        self._process = context.Process(target=_serve, args=(copied, far_end, serve, given), daemon=True)
        self._process.start()
        far_end.close()
        self._said_ready = False
        self._worked_before = 0.0

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def ready(self, seconds: float) -> bool:
        """Whether the process, whose first word is None, has said it, or does so in time."""
        if not self._said_ready:
            with suppress(EOFError, OSError):
                self._said_ready = self._pipe.poll(seconds) and self._pipe.recv() is None
        return self._said_ready

    def send(self, message: object) -> None:
        """Raises ProcessDied."""
        self._worked_before = processor_seconds(self.pid)
        try:
            self._pipe.send(message)
        except OSError:
            raise self._death() from None

    def receive(self, seconds: float) -> Any:
        """The next message. Raises Overdue, which counts from the last `send`, or ProcessDied."""
        try:
            if self._pipe.poll(seconds):
                return self._pipe.recv()
        except (EOFError, OSError):
            raise self._death() from None
        raise Overdue(seconds, processor_seconds(self.pid) - self._worked_before)

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        self._pipe.close()
        self._process.kill()
        self._process.join()

    def _death(self) -> ProcessDied:
        self._process.join(_GONE_SECONDS)
        return ProcessDied(self._process.exitcode)


def _serve(copied: tuple[Connection, ...], pipe: Connection, serve: Serve, given: tuple[object, ...]) -> None:
    """The process. It ends when the other end of the pipe is closed, be it by the death of who holds it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who holds the other end, and then closes it
    for end in copied:
        end.close()  # a fork has a copy of the other end, and while that is open it is not closed
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(pipe, *given)


def processor_seconds(pid: int | None) -> float:
    """What a process has used so far (Linux, else 0). Source: proc_pid_stat(5), fields 14 and 15."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def limits_told() -> Iterator[None]:
    """Raises LimitExceeded where the work on a page runs out of memory or of stack."""
    try:
        yield
    except OUT_OF_MEMORY:
        raise LimitExceeded("the page needs more memory than one page may have") from None
    except RecursionError:
        raise LimitExceeded("the page is nested more deeply than can be followed") from None
