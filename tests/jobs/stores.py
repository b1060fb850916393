"""A store of jobs in a folder, and uploads of pages of our own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cleaner.bulk.worker import Engine
from cleaner.jobs import JobRecord, Jobs, Wish
from cleaner.jobs.perform import Performer
from cleaner.settings import Settings
from tests.bulk.archives import jsonl, pages
from tests.bulk.fakes import fake_engine
from tests.shipped import loaded

SECRET = "whsec_" + "c2VjcmV0IG9mIDI0IGJ5dGVzIG9yIG1vcmU="


class Clock:
    """A clock that is set."""

    def __init__(self, now: float = 1_790_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def store(folder: Path, handle: Callable[[str], None] | None = None, **flags: object) -> Jobs:
    return Jobs(Settings.load({}, **{"jobs_dir": folder, "page_workers": 1, **flags}), handle)


def give(jobs: Jobs, content: bytes, **wish: Any) -> JobRecord:
    """Takes in a job of these bytes, NDJSON unless told otherwise."""
    with jobs.upload() as upload:
        upload.take([content])
        return jobs.accept(upload, Wish(**{"format": "ndjson", **wish}))


def some_pages(count: int) -> bytes:
    return jsonl(pages(count))


def perform(
    jobs: Jobs, job_id: str, engine: Engine = fake_engine, stopping: Callable[[], bool] = lambda: False
) -> None:
    with patch("cleaner.jobs.perform.load_rulebook", loaded):
        Performer(jobs, stopping, engine).perform(job_id)


def rows(result: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.splitlines()]


def result(jobs: Jobs, job_id: str) -> bytes:
    return b"".join(jobs.result(job_id))
