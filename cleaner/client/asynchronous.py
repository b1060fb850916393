"""The client for programs that await: as `Client`, method by method."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator, Collection, Iterable
from math import inf
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import httpx2
from tenacity import AsyncRetrying

from cleaner.answers import RuleDetail, RuleList
from cleaner.client import calls, jobs
from cleaner.client.call import Call, check
from cleaner.client.connection import TIMEOUT, options
from cleaner.client.errors import ONE_PAGE, Unreachable
from cleaner.client.job import Job, JobPage
from cleaner.client.lines import Lines
from cleaner.client.ordered import ordered_async
from cleaner.client.page import Outcome, Page
from cleaner.client.retry import Retry
from cleaner.model import CleanResult, Kind

T = TypeVar("T")
_PIECE = 256 * 1024


class AsyncClient:
    """The service at an address. Close it, or use it in an `async with`.

    Every method does and raises what that of `Client` does.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8000",
        key: str | None = None,
        *,
        timeout: float = TIMEOUT,
        retry: Retry = Retry(),  # noqa: B008 - frozen
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._http = httpx2.AsyncClient(**options(url, key, timeout), transport=transport)
        self._retrying = AsyncRetrying(stop=retry.stop, wait=retry.wait, retry=retry.condition, reraise=True)

    async def clean(
        self,
        content: bytes | str,
        url: str | None = None,
        *,
        content_type: str | None = None,
        kind: Kind | None = None,
    ) -> CleanResult:
        return await self.send(calls.clean(Page(content, url, content_type, kind)))

    async def render(
        self,
        content: bytes | str,
        output: str,
        url: str | None = None,
        *,
        content_type: str | None = None,
        kind: Kind | None = None,
        profile: str = "article",
    ) -> str:
        return await self.send(calls.render(Page(content, url, content_type, kind), output, profile))

    async def clean_batch(self, pages: Iterable[Page]) -> tuple[Outcome, ...]:
        return await self.send(calls.clean_batch(pages))

    def clean_stream(self, pages: Iterable[Page] | AsyncIterable[Page], *, parallel: int = 4) -> AsyncIterator[Outcome]:
        return ordered_async(self._outcome, pages, parallel)

    async def restore(self, result: CleanResult, ids: Collection[int]) -> CleanResult:
        return await self.send(calls.restore(result, ids))

    async def rules(self, role: str | None = None, pack: str | None = None) -> RuleList:
        return await self.send(calls.rules(role, pack))

    async def rule(self, rule_id: str) -> RuleDetail:
        return await self.send(calls.rule(rule_id))

    async def submit(
        self,
        source: bytes | Path,
        format: jobs.Format | None = None,
        *,
        callback: str | None = None,
        key: str | None = None,
    ) -> Job:
        return await self.send(jobs.submit(source, format, callback, key))

    async def job(self, job: str) -> Job:
        return await self.send(jobs.show(job))

    async def wait(self, job: str, *, every: float = 1.0, timeout: float = inf) -> Job:
        until = time.monotonic() + timeout
        while not (seen := await self.job(job)).ended and time.monotonic() < until:
            await asyncio.sleep(every)
        return seen

    async def cancel(self, job: str) -> None:
        await self.send(jobs.cancel(job))

    async def job_result(self, job: str) -> AsyncIterator[JobPage]:
        call = jobs.result(job)
        try:
            async with self._http.stream(call.method, call.path, headers=call.headers) as answer:
                if not answer.is_success:
                    await answer.aread()
                check(answer)
                lines = Lines()
                async for piece in answer.aiter_bytes():
                    for line in lines.feed(piece):
                        yield jobs.read_line(line)
                lines.end()
        except httpx2.RequestError as error:
            raise Unreachable(f"{self._http.base_url}: {error!r}") from error

    async def send(self, call: Call[T]) -> T:
        return await self._retrying(self._once, call)

    async def close(self) -> None:
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def _once(self, call: Call[T]) -> T:
        content = _pieces(call.content) if isinstance(call.content, Path) else call.content
        try:
            answer = await self._http.request(
                call.method, call.path, params=call.parameters, headers=call.headers, content=content
            )
        except httpx2.RequestError as error:
            raise Unreachable(f"{self._http.base_url}: {error!r}") from error
        return call.result(answer)

    async def _outcome(self, page: Page) -> Outcome:
        try:
            result = await self.send(calls.clean(page))
        except ONE_PAGE as error:
            return Outcome(page.id, error=error)
        return Outcome(page.id, result)


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    """A file piece by piece; a piece is read from disk faster than a loop would notice."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
