"""What workers do beside their jobs: find what was lost, and clear away what is over."""

from __future__ import annotations

import shutil
from contextlib import suppress

from cleaner.jobs.jobs import Jobs
from cleaner.lock import held

_HOUR = 3600.0
#: An upload writes to its file all the time; one that has not for so long belongs to a server that was killed.
_UPLOAD_SECONDS = _HOUR
#: A folder without a record is a request that was killed between the two.
_ORPHAN_SECONDS = 24 * _HOUR


def tend(jobs: Jobs) -> None:
    """One round. Any number of workers may do it at the same time."""
    with suppress(OSError):  # a sign of life, see `Jobs.waits_for`, is not worth a round
        jobs.folder.worker.touch()
    requeue(jobs)
    expire(jobs)
    clear(jobs)


def requeue(jobs: Jobs) -> list[str]:
    """Puts every open job that nobody works at and that is not in the queue; gives their ids.

    So a job comes back whose worker died, or whose message was lost with one, or with Redis. Raises what the
    queue's storage raises.
    """
    waiting = jobs.queue.waiting()
    lost = [job.id for job in jobs.records.open_jobs() if job.id not in waiting and _is_free(jobs, job.id)]
    for job_id in lost:
        jobs.queue.put(job_id)
    return lost


def _is_free(jobs: Jobs, job_id: str) -> bool:
    with held(jobs.folder.lock(job_id)) as free:
        return free


def expire(jobs: Jobs) -> None:
    """Deletes jobs that ended longer ago than the settings keep them."""
    for job in jobs.records.expired(jobs.settings.job_hours * _HOUR):
        jobs.drop(job.id)


def clear(jobs: Jobs) -> None:
    """Removes the files of deleted jobs, and what killed requests left."""
    for job in jobs.records.deleted():
        jobs.sweep_out(job.id)
    for path in jobs.folder.stale(jobs.folder.incoming, _UPLOAD_SECONDS):
        path.unlink(missing_ok=True)
    old = list(jobs.folder.stale(jobs.folder.root / "jobs", _ORPHAN_SECONDS))
    known = jobs.records.known() if old else set()  # asked once, and last: a record never comes so late
    for path in old:
        if path.name not in known:
            shutil.rmtree(path, ignore_errors=True)
