"""Opens remote pages before their turn: a request takes tens of milliseconds, cleaning a page less."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import BinaryIO

from cleaner.bulk.remote import is_remote, open_remote
from cleaner.bulk.stream import open_input

#: Files that are opened before their turn, each held with its first block (of a page: all of it).
AHEAD = 16

#: Gives the stream, or raises what opening it raised.
Opener = Callable[[], BinaryIO]


def openers(paths: Iterable[str]) -> Iterator[tuple[str, Opener]]:
    """Each path with its opener, in order; each opener is to be used before the next path is asked for."""
    waiting: deque[tuple[str, Future[BinaryIO] | None]] = deque()
    with ThreadPoolExecutor(AHEAD) as threads:
        try:
            for path in paths:
                waiting.append((path, threads.submit(_begun, path) if is_remote(path) else None))
                if len(waiting) > AHEAD:
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
        finally:
            for _, future in waiting:
                _give_up(future)


def _begun(path: str) -> BinaryIO:
    """The stream with its beginning read."""
    stream = open_remote(path)
    try:
        stream.peek(1)
    except BaseException:
        stream.close()
        raise
    return stream


def _next(waiting: deque[tuple[str, Future[BinaryIO] | None]]) -> tuple[str, Opener]:
    path, future = waiting.popleft()
    return path, future.result if future else partial(open_input, path)


def _give_up(future: Future[BinaryIO] | None) -> None:
    """Closes what nobody will read, after a run that ends early."""
    if future is not None and not future.cancel():
        with suppress(Exception):
            future.result().close()
