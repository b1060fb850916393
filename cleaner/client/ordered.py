"""A function over an endless input: several at a time, results in order, bounded memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

#: Items read ahead for each that is worked on, so that a slow one does not idle the others.
_AHEAD = 2


def ordered(work: Callable[[A], B], items: Iterable[A], parallel: int) -> Iterator[B]:
    """`map(work, items)` with `parallel` threads. An exception ends it; with one thread nothing is read ahead."""
    waiting: deque[Future[B]] = deque()
    with ThreadPoolExecutor(parallel) as threads:
        try:
            for item in items:
                waiting.append(threads.submit(work, item))
                while waiting and (len(waiting) >= _room(parallel) or waiting[0].done()):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


async def ordered_async(
    work: Callable[[A], Awaitable[B]], items: Iterable[A] | AsyncIterable[A], parallel: int
) -> AsyncIterator[B]:
    """The same with tasks. Raises ValueError for none at a time, which would wait for ever."""
    if parallel < 1:
        raise ValueError("parallel must be greater than 0")
    waiting: deque[asyncio.Task[B]] = deque()
    gate = asyncio.Semaphore(parallel)

    async def guarded(item: A) -> B:
        async with gate:
            return await work(item)

    try:
        async for item in _each(items):
            waiting.append(asyncio.ensure_future(guarded(item)))
            while waiting and (len(waiting) >= _room(parallel) or waiting[0].done()):
                yield await waiting.popleft()
        while waiting:
            yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


def _room(parallel: int) -> int:
    return _AHEAD * parallel if parallel > 1 else 1


async def _each(items: Iterable[A] | AsyncIterable[A]) -> AsyncIterator[A]:
    if isinstance(items, AsyncIterable):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item
