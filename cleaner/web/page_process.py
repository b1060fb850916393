"""One process that cleans pages, and the pipe to it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection

from cleaner.errors import CleanerError, LimitExceeded, PageLost
from cleaner.rulebook import Rulebook
from cleaner.settings import Settings
from cleaner.web.worker import Output, Work

#: Seconds that a new process may take to get ready.
START_SECONDS = 60.0

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


class PageProcess:
    """Held by one thread at a time."""

    def __init__(self, settings: Settings, rules: Rules, serve: Serve) -> None:
        self._settings, self._rules, self._serve = settings, rules, serve
        self._start()

    def run(self, job: Work) -> Output:
        """Raises LimitExceeded when the page took too long, PageLost when its process died."""
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
        try:
            self._pipe.send(job)
            if self._pipe.poll(self._settings.page_seconds):
                outcome: Output | Exception = self._pipe.recv()
                return outcome
            failure = LimitExceeded(f"the page took more than {self._settings.page_seconds:g} s")
        except (EOFError, OSError):
            self._process.join(1)
            failure = PageLost(f"the process that cleaned the page died (exit code {self._process.exitcode})")
        self._replace()
        return failure
