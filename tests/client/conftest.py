from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner.client import AsyncClient, Client
from tests.web.conftest import Server, running_worker

#: Calls a method of a client by name; what a method yields comes as a list.
Ask = Callable[..., Any]


def ask_sync(url: str, method: str, *args: Any, options: dict[str, Any] | None = None, **named: Any) -> Any:
    with Client(url, **(options or {})) as client:
        answer = getattr(client, method)(*args, **named)
        return list(answer) if isinstance(answer, Iterator) else answer


def ask_async(url: str, method: str, *args: Any, options: dict[str, Any] | None = None, **named: Any) -> Any:
    async def run() -> Any:
        async with AsyncClient(url, **(options or {})) as client:
            answer = getattr(client, method)(*args, **named)
            if isinstance(answer, AsyncIterator):
                return [each async for each in answer]
            assert isinstance(answer, Awaitable)
            return await answer

    return asyncio.run(run())


@pytest.fixture(params=[ask_sync, ask_async], ids=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """Both clients are to do the same."""
    chosen: Ask = request.param
    return chosen


@pytest.fixture(scope="session")
def jobs_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jobs")


@pytest.fixture(scope="session")
def service(jobs_dir: Path) -> Iterator[str]:
    """The address of a real service: gunicorn, page processes and all."""
    running = Server(max_page_bytes="1000000", jobs_dir=str(jobs_dir))
    yield running.url
    running.stop()


@pytest.fixture(scope="session")
def worker(jobs_dir: Path) -> Iterator[None]:
    """A real `cleaner worker` for the jobs of `service`."""
    with running_worker(jobs_dir):
        yield
