"""A job as its owner sees it."""

from __future__ import annotations

from datetime import UTC, datetime

from cleaner.answers import JobLinks, JobProgress, JobStatus, JobWebhook
from cleaner.jobs import JobRecord, Jobs


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
