"""One process that cleans pages, and the pipe to it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection

from cleaner.piped import Overdue, PipedProcess, ProcessDied
from cleaner.rulebook import Rulebook
from cleaner.settings import Settings
from cleaner.web.errors import ServiceBusy
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


class PageProcess:
    """Held by one thread at a time."""

    def __init__(self, settings: Settings, rules: Rules, serve: Serve) -> None:
        self._settings, self._rules, self._serve = settings, rules, serve
        self._start()

    @property
    def alive(self) -> bool:
        return self._process.alive

    def run(self, job: Work) -> Output:
        """Raises LimitExceeded when the page took too long, PageLost when its process died or hardly got to work."""
        if self._is_old() or not self.alive:
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
        self._process.close()

    def _start(self) -> None:
        self._rulebook, self._served = self._rules(), 0
        self._process = PipedProcess(_CONTEXT, self._serve, self._settings, self._rulebook)

    def _replace(self) -> None:
        self.stop()
        self._start()

    def _await_ready(self) -> None:
        """The time to load the rulebook is no page's own."""
        if not self._process.ready(START_SECONDS):
            self._replace()
            raise ServiceBusy("a page process did not start")

    def _ask(self, job: Work) -> Output | Exception:
        try:
            self._process.send(job)
            outcome: Output | Exception = self._process.receive(self._settings.page_seconds)
        except (Overdue, ProcessDied) as failure:
            self._replace()
            return failure.of_page()
        return outcome
