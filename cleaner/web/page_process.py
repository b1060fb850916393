"""One process that cleans pages, and the pipe to it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from cleaner.errors import CleanerError, LimitExceeded, PageLost
from cleaner.rulebook import Rulebook
from cleaner.settings import Settings
from cleaner.web.worker import Output, Work

#: Seconds that a new process may take to get ready.
START_SECONDS = 60.0
#: Share of its time that a page must have been worked at to be called slow; else the machine had other things to do.
_AT_WORK = 0.5

#: What a page's process does with its end of the pipe.
Serve = Callable[[Connection, Settings, Rulebook], None]
#: Gives the rulebook that serves now.
Rules = Callable[[], Rulebook]

# A fork of the server itself would copy locks that its other threads hold; the fork server has no
# threads, and it has the engine and all that this needs imported already.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["cleaner.web.preload"])


class ServiceBusy(CleanerError):
    """No page process came free in time; the same request may succeed later."""

    code = "service-busy"


def processor_seconds(pid: int | None) -> float:
    """What a process has used so far (Linux, else 0). Source: proc_pid_stat(5), fields 14 and 15."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def overdue(worked: float, seconds: float) -> CleanerError:
    """What a page is told that was not done in so many seconds, in which its process had so many to work in."""
    if worked >= _AT_WORK * seconds:
        return LimitExceeded(f"the page took more than {seconds:g} s")
    return PageLost(f"the page was not done in {seconds:g} s, of which its process had {worked:.1f} s to work in")


class PageProcess:
    """Held by one thread at a time."""

    def __init__(self, settings: Settings, rules: Rules, serve: Serve) -> None:
        self._settings, self._rules, self._serve = settings, rules, serve
        self._start()

    def run(self, job: Work) -> Output:
        """Raises LimitExceeded when the page took too long, PageLost when its process died or hardly got to work."""
        if self._is_old() or not self._process.is_alive():
            self._replace()
        self._await_ready()
        self._served += 1
        outcome = self._ask(job)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _is_old(self) -> bool:
        """It has served its share of pages, or its rulebook is not the one that serves now."""
        return self._served >= self._settings.pages_per_worker or self._rulebook is not self._rules()

    def stop(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        self._rulebook = self._rules()
        self._pipe, far_end = _CONTEXT.Pipe()
        given = (far_end, self._settings, self._rulebook)
        self._process = _CONTEXT.Process(target=self._serve, args=given, daemon=True)
        self._process.start()
        far_end.close()
        self._ready, self._served = False, 0

    def _replace(self) -> None:
        self.stop()
        self._start()

    def _await_ready(self) -> None:
        """The time to load the rulebook is no page's own."""
        if self._ready or self._said_ready():
            self._ready = True
            return
        self._replace()
        raise ServiceBusy("a page process did not start")

    def _said_ready(self) -> bool:
        try:
            return self._pipe.poll(START_SECONDS) and self._pipe.recv() is None
        except (EOFError, OSError):
            return False

    def _ask(self, job: Work) -> Output | Exception:
        before = processor_seconds(self._process.pid)
        failure: CleanerError
        try:
            self._pipe.send(job)
            if self._pipe.poll(self._settings.page_seconds):
                outcome: Output | Exception = self._pipe.recv()
                return outcome
            failure = overdue(processor_seconds(self._process.pid) - before, self._settings.page_seconds)
        except (EOFError, OSError):
            self._process.join(1)
            failure = PageLost(f"the process that cleaned the page died (exit code {self._process.exitcode})")
        self._replace()
        return failure
