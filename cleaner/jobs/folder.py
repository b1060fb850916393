"""The files of all jobs.

jobs.sqlite3            the record
queue.sqlite3           the embedded queue
worker                  touched by every worker's rounds
incoming/NAME           uploads on their way
jobs/ID/pages.SUFFIX    the upload
jobs/ID/run/            the bulk run
jobs/ID/lock            held by the worker that is at the job
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cleaner.jobs.formats import FORMATS


class Folder(NamedTuple):
    root: Path

    @property
    def record(self) -> Path:
        return self.root / "jobs.sqlite3"

    @property
    def queue(self) -> Path:
        return self.root / "queue.sqlite3"

    @property
    def incoming(self) -> Path:
        return self.root / "incoming"

    @property
    def worker(self) -> Path:
        return self.root / "worker"

    def job(self, job_id: str) -> Path:
        return self.root / "jobs" / job_id

    def upload(self, job_id: str, format: str) -> Path:
        return self.job(job_id) / FORMATS[format].file

    def run(self, job_id: str) -> Path:
        return self.job(job_id) / "run"

    def lock(self, job_id: str) -> Path:
        return self.job(job_id) / "lock"

    def place(self, arrived: Path, job_id: str, format: str) -> None:
        """Moves an upload to its job, durably."""
        target = self.upload(job_id, format)
        target.parent.mkdir(mode=0o700, parents=True)
        arrived.replace(target)
        for folder in (target.parent, target.parent.parent):
            _sync(folder)

    def remove(self, job_id: str) -> None:
        """Removes all files of a job; those that are gone already do not matter."""
        shutil.rmtree(self.job(job_id), ignore_errors=True)

    def stale(self, folder: Path, seconds: float) -> Iterator[Path]:
        """What lies in a folder untouched for so long."""
        before = time.time() - seconds
        for path in folder.iterdir() if folder.is_dir() else ():
            with suppress(FileNotFoundError):  # another worker was faster
                if path.stat().st_mtime < before:
                    yield path


def _sync(folder: Path) -> None:
    """A rename is durable once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
