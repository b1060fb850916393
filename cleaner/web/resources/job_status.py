"""A job as its owner sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from cleaner.jobs import JobRecord, Jobs


class JobProgress(NamedTuple):
    """share: how far the reading of the upload is, 0 to 1. pages: rows of the result so far.

    statuses: the same by status: cleaned, not_article, skipped, failed, timed_out.
    """

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
    self: str
    result: str


class JobStatus(NamedTuple):
    """bytes: of the upload. expires: when job and result are deleted. detail: why it waits or has failed."""

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


def status_of(record: JobRecord, jobs: Jobs) -> JobStatus:
    """jobs: where the record is from."""
    path = f"/v1/jobs/{record.id}"
    ended = record.ended
    return JobStatus(
        id=record.id,
        status=record.status,  # type: ignore[arg-type]  # a deleted one is never shown
        format=record.format,  # type: ignore[arg-type]
        bytes=record.bytes,
        created=_moment(record.created),
        started=_moment(record.started) if record.started else None,
        ended=_moment(ended) if ended else None,
        expires=_moment(ended + jobs.settings.job_hours * 3600) if ended else None,
        progress=JobProgress(record.share, record.pages, record.statuses),
        detail=jobs.waits_for(record),
        webhook=_webhook(record),
        links=JobLinks(path, f"{path}/result"),
    )


def _webhook(record: JobRecord) -> JobWebhook | None:
    if record.callback is None:
        return None
    return JobWebhook(record.callback, record.hook_state, record.hook_tries, record.hook_detail)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
