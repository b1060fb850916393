"""What the service tells of a job and of the pages in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from cleaner.model import CleanResult

#: What became of a page of a job.
PageStatus = Literal["cleaned", "not_article", "failed", "skipped", "timed_out"]


class JobProgress(NamedTuple):
    """share: how far the reading of the upload is, 0 to 1. pages: lines of the result so far. statuses: of these,
    `PageStatus` -> how many."""

    share: float
    pages: int
    statuses: Mapping[str, int]


class JobWebhook(NamedTuple):
    """detail: what went wrong at the last try."""

    url: str
    state: Literal["none", "due", "delivered", "given-up"]
    tries: int
    detail: str | None


class JobLinks(NamedTuple):
    """Paths on the service."""

    self: str
    result: str


class Job(NamedTuple):
    """bytes: of the upload. expires: when the service forgets it. detail: why it waits or has failed."""

    id: str
    status: Literal["queued", "running", "finished", "failed"]
    format: Literal["ndjson", "zip", "warc"]
    bytes: int
    created: datetime
    started: datetime | None
    ended: datetime | None
    expires: datetime | None
    progress: JobProgress
    detail: str | None
    webhook: JobWebhook | None
    links: JobLinks


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
