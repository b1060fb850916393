"""What the service tells of a job and of the pages in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from cleaner.answers import JobStatus
from cleaner.model import CleanResult

#: What became of a page of a job.
PageStatus = Literal["cleaned", "not_article", "failed", "skipped", "timed_out"]
#: What the service tells of a job.
Job = JobStatus


class Trouble(NamedTuple):
    """Why a page has no result. code: a stable key, listed in docs/bulk.md. detail: for a person."""

    code: str
    detail: str


class JobPage(NamedTuple):
    """One line of a job's result: a record of the upload with its `result`, or the `error` instead.

    id: its own, or source and offset. source: the upload, with "!" before each member of an archive inside it.
    offset: where in the source it starts. meta: what else the upload says of it.
    """

    id: str
    source: str
    offset: int
    status: PageStatus
    url: str | None = None
    meta: Mapping[str, str] = {}  # never written to
    result: CleanResult | None = None
    error: Trouble | None = None
