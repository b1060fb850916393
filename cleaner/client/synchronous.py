"""The client for programs that wait."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import nullcontext
from math import inf
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import httpx2
from tenacity import Retrying

from cleaner.answers import RuleDetail, RuleList
from cleaner.client import calls, jobs
from cleaner.client.call import Call, check
from cleaner.client.connection import TIMEOUT, options
from cleaner.client.errors import ONE_PAGE, Unreachable
from cleaner.client.job import Job, JobPage
from cleaner.client.lines import Lines
from cleaner.client.ordered import ordered
from cleaner.client.page import Outcome, Page
from cleaner.client.retry import Retry
from cleaner.model import CleanResult, Kind

T = TypeVar("T")


class Client:
    """The service at an address. Safe for threads; close it, or use it in a `with`.

    Every method raises what `cleaner.client.errors` lists.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8000",
        key: str | None = None,
        *,
        timeout: float = TIMEOUT,
        retry: Retry = Retry(),  # noqa: B008 - frozen
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        """`timeout`: seconds without a byte. `transport`: for tests and special networks."""
        self._http = httpx2.Client(**options(url, key, timeout), transport=transport)
        self._retrying = Retrying(stop=retry.stop, wait=retry.wait, retry=retry.condition, reraise=True)

    def clean(
        self,
        content: bytes | str,
        url: str | None = None,
        *,
        content_type: str | None = None,
        kind: Kind | None = None,
    ) -> CleanResult:
        """One page. `url` is a label that is never fetched; `content_type` is the page's HTTP header."""
        return self.send(calls.clean(Page(content, url, content_type, kind)))

    def render(
        self,
        content: bytes | str,
        output: str,
        url: str | None = None,
        *,
        content_type: str | None = None,
        kind: Kind | None = None,
        profile: str = "article",
    ) -> str:
        """One page in another format of the service: "markdown", "html", "jsonld", ..."""
        return self.send(calls.render(Page(content, url, content_type, kind), output, profile))

    def clean_batch(self, pages: Iterable[Page]) -> tuple[Outcome, ...]:
        """A few pages of text in one request. The service bounds their number (`CLEANER_MAX_BATCH_ITEMS`)."""
        return self.send(calls.clean_batch(pages))

    def clean_stream(self, pages: Iterable[Page], *, parallel: int = 4) -> Iterator[Outcome]:
        """Any number of pages, outcomes in their order; reads at most `2 * parallel` pages ahead.

        A page that cannot be cleaned is an outcome with an error; what would meet every further page
        too (no service, no access) is raised.
        """
        return ordered(self._outcome, pages, parallel)

    def restore(self, result: CleanResult, ids: Collection[int]) -> CleanResult:
        """The result with these entries of its ledger put back into the text."""
        return self.send(calls.restore(result, ids))

    def rules(self, role: str | None = None, pack: str | None = None) -> RuleList:
        return self.send(calls.rules(role, pack))

    def rule(self, rule_id: str) -> RuleDetail:
        return self.send(calls.rule(rule_id))

    def submit(
        self,
        source: bytes | Path,
        format: jobs.Format | None = None,
        *,
        callback: str | None = None,
        key: str | None = None,
    ) -> Job:
        """Starts a job from NDJSON, a zip of pages or a WARC; a file's name tells which.

        `callback`: an address of https that the service calls when the job has ended, if its operator allows the
        host. `key`: submitted twice with it, it is still one job.
        """
        return self.send(jobs.submit(source, format, callback, key))

    def job(self, job: str) -> Job:
        return self.send(jobs.show(job))

    def wait(self, job: str, *, every: float = 1.0, timeout: float = inf) -> Job:
        """The job when it is finished or failed, or as it is after `timeout` seconds; asks `every` so many seconds."""
        until = time.monotonic() + timeout
        while not (seen := self.job(job)).ended and time.monotonic() < until:
            time.sleep(every)
        return seen

    def cancel(self, job: str) -> None:
        """Cancels a job and deletes its result. Raises RequestRefused (404) for one that is gone, be it by an
        attempt whose answer was lost."""
        self.send(jobs.cancel(job))

    def job_result(self, job: str) -> Iterator[JobPage]:
        """The pages of a finished job, in the order of the upload, as they arrive. Raises RequestRefused (409)
        for one that is not finished, and Unreachable when the answer breaks off."""
        call = jobs.result(job)
        try:
            with self._http.stream(call.method, call.path, headers=call.headers) as answer:
                if not answer.is_success:
                    answer.read()
                check(answer)
                lines = Lines()
                for piece in answer.iter_bytes():
                    yield from map(jobs.read_line, lines.feed(piece))
                lines.end()
        except httpx2.RequestError as error:
            raise Unreachable(f"{self._http.base_url}: {error!r}") from error

    def send(self, call: Call[T]) -> T:
        """Sends a call, again where `Retry` says so."""
        result: T = self._retrying(self._once, call)
        return result

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _once(self, call: Call[T]) -> T:
        source = call.content
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as content:
            try:
                answer = self._http.request(
                    call.method, call.path, params=call.parameters, headers=call.headers, content=content
                )
            except httpx2.RequestError as error:
                raise Unreachable(f"{self._http.base_url}: {error!r}") from error
        return call.result(answer)

    def _outcome(self, page: Page) -> Outcome:
        try:
            return Outcome(page.id, self.send(calls.clean(page)))
        except ONE_PAGE as error:
            return Outcome(page.id, error=error)
