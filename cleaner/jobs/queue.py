"""The queue that wakes workers: huey, over SQLite or Redis.

It carries ids of jobs and nothing that is not in the record as well: a message that is lost with a worker, or
with Redis, is put again by `tend`, and one too many finds its job locked or done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from huey import Huey, RedisHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer

from cleaner.errors import OptionError

_NAME = "cleaner"
#: Seconds that a request waits for Redis before it is answered without.
_REDIS_SECONDS = 2.0


class _Json(Serializer):  # type: ignore[misc]  # huey has no types
    """Messages as JSON: huey's own pickles would let whoever can write to Redis run code in our workers."""

    def _serialize(self, data: Message) -> bytes:
        return json.dumps(data).encode()

    def _deserialize(self, data: bytes) -> Message:
        return Message(*json.loads(data))


class Queue:
    """handle: what a worker does with an id; the default is for processes that only put."""

    def __init__(self, file: Path, redis: str = "", handle: Callable[[str], None] | None = None) -> None:
        self._file, self._redis, self._handle = file, redis, handle
        if redis:
            _redis_pool(redis)  # raises OptionError now rather than with the first job
        self._made: tuple[int, Huey, Any] = (0, None, None)

    def put(self, job_id: str) -> None:
        """Raises what the storage behind it raises."""
        _, huey, task = self._ready()
        huey.enqueue(task.s(job_id))

    def waiting(self) -> set[str]:
        """The ids that are in the queue. Raises what the storage behind it raises."""
        return {task.args[0] for task in self.huey.pending()}

    @property
    def huey(self) -> Huey:
        return self._ready()[1]

    def _ready(self) -> tuple[int, Huey, Any]:
        """(process, huey, its task), made when first used, and anew after a fork: connections survive none."""
        made = self._made
        if made[0] != os.getpid():
            huey = self._new_huey()
            made = self._made = (os.getpid(), huey, huey.task(name="clean_job")(self._clean_job))
        return made

    def _clean_job(self, job_id: str) -> None:
        if self._handle is None:
            raise RuntimeError("this process takes no jobs")
        self._handle(job_id)

    def _new_huey(self) -> Huey:
        options: dict[str, Any] = {"results": False, "serializer": _Json()}
        if self._redis:
            return RedisHuey(_NAME, connection_pool=_redis_pool(self._redis), **options)
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # No WAL: it needs memory that all processes share, and megabytes of a disk that may be full.
        return SqliteHuey(_NAME, filename=str(self._file), journal_mode="delete", **options)


def _redis_pool(url: str) -> Any:
    try:
        from redis import ConnectionPool
    except ImportError:
        raise OptionError(
            "CLEANER_JOBS_REDIS needs the extra: pip install '.[redis]' in the project's folder"
        ) from None
    try:
        return ConnectionPool.from_url(url, socket_connect_timeout=_REDIS_SECONDS, socket_timeout=2 * _REDIS_SECONDS)
    except ValueError as error:
        raise OptionError(f"CLEANER_JOBS_REDIS: {error}") from None
