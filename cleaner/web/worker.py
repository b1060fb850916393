"""What runs in a page's process: one page in, its rendered output out."""

from __future__ import annotations

import gc
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, Protocol

from cleaner.allocator import bounded_memory, give_back
from cleaner.errors import CleanerError
from cleaner.limits import Limits
from cleaner.model import Kind, RawPage
from cleaner.piped import limits_told
from cleaner.pipeline import clean_page
from cleaner.render import profile_named, render
from cleaner.rulebook import Rulebook
from cleaner.settings import Settings
from cleaner.titles import TitleIndex
from cleaner.web.defect import PageDefect

_NEW_OBJECTS = 50_000  # after which garbage in cycles is looked for: every few pages, and within a page of many blocks

_GIVEN_BACK = 64  # pages after which free memory is given back


class Work(Protocol):
    """What a page's process does; small and plain, since it goes through a pipe."""

    def work(self, rulebook: Rulebook, limits: Limits, index: TitleIndex | None = None) -> Output: ...


class Job(NamedTuple):
    """One page and the output that is wanted of it."""

    content: bytes | str
    url: str | None = None
    content_type: str | None = None
    kind: Kind | None = None
    format: str = "json"
    profile: str = "article"

    def work(self, rulebook: Rulebook, limits: Limits, index: TitleIndex | None = None) -> Output:
        """Raises InputError for a page that cannot be cleaned."""
        page = RawPage(self.content, self.url, self.content_type, self.kind)
        result = clean_page(page, rulebook, limits, index)
        if index is not None:
            index.learn(result)
        content = render(result, self.format, profile_named(self.profile))
        return Output(content, result.article.kind, tuple(result.report.rules.items()))


class Output(NamedTuple):
    """The output's bytes (UTF-8), and what is counted: kind, and how many blocks each rule decided."""

    content: bytes
    kind: str
    rules: tuple[tuple[str, int], ...] = ()


class Cleaner:
    """Rulebook, limits and index of titles, loaded once, applied to any number of jobs."""

    def __init__(self, rulebook: Rulebook, limits: Limits, index: Path | None = None) -> None:
        self._rulebook, self._limits = rulebook, limits
        self._index = TitleIndex(index) if index else None

    def __call__(self, job: Work) -> Output:
        """Raises what the work raises, and LimitExceeded for a page that needs too much."""
        with limits_told():
            return job.work(self._rulebook, self._limits, self._index)


def serve_jobs(pipe: Connection, settings: Settings, rulebook: Rulebook) -> None:
    """The process: says that it is ready, then answers each job with its output or its error.

    The rulebook is the server's own, not read again: rule files may have changed since.
    """
    with bounded_memory(settings.page_memory_mb):
        cleaner = Cleaner(rulebook, settings.limits, settings.index)
        pipe.send(None)
        gc.freeze()  # what every page needs is never garbage
        gc.set_threshold(_NEW_OBJECTS)
        for done in count(1):
            pipe.send(outcome(cleaner, pipe.recv()))
            if done % _GIVEN_BACK == 0:
                give_back()


def outcome(cleaner: Cleaner, job: Work) -> Output | Exception:
    try:
        return cleaner(job)
    except CleanerError as error:
        return error
    except Exception as error:
        return PageDefect(f"{type(error).__name__} at {_place(error)}")  # its own type may not survive the pipe


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "an unknown place"
