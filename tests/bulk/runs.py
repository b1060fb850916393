"""Runs jobs with the engine in miniature and reads what they wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from cleaner.bulk.guard import Bounds
from cleaner.bulk.output import read_all
from cleaner.bulk.progress import Progress
from cleaner.bulk.run import Job, run
from cleaner.bulk.store import Store
from cleaner.bulk.worker import Engine
from tests.bulk.fakes import fake_engine


def quiet() -> Progress:
    return Progress(lambda _: None, lambda _: None)


def job(
    out: Path | str, *inputs: Path | str, engine: Engine = fake_engine, seconds: float = 20.0, **options: Any
) -> Job:
    return Job(tuple(map(str, inputs)), str(out), engine, bounds=Bounds(seconds, 1024), **options)


def run_all(out: Path, *inputs: Path, **options: Any) -> list[dict[str, Any]]:
    """The rows of a run."""
    run(job(out, *inputs, **options), quiet())
    return list(read_all(Store(str(out))))


def digests(out: Path) -> dict[str, str]:
    """SHA-256 of every file under a folder, by its path."""
    files = [path for path in sorted(out.rglob("*")) if path.is_file()]
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
