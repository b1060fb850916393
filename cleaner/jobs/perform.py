"""A worker at one job: a bulk run in the job's folder. Read this file first: `perform` is the algorithm."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from cleaner.bulk.guard import Bounds
from cleaner.bulk.plan import Unit
from cleaner.bulk.progress import Progress
from cleaner.bulk.readers import ReadOptions
from cleaner.bulk.record import Record
from cleaner.bulk.run import Job, run
from cleaner.bulk.worker import Engine, default_engine
from cleaner.errors import CleanerError, OptionError
from cleaner.jobs.counts import row_counts
from cleaner.jobs.errors import JobNotFound, Stopped, WorkersDied
from cleaner.jobs.jobs import Jobs
from cleaner.jobs.record import JobRecord
from cleaner.jobs.storage import is_full
from cleaner.lock import held
from cleaner.rulebook import load_rulebook
from cleaner.version import __version__

LOGGER = logging.getLogger("cleaner.jobs")
#: Starts of a job without a single shard written, after which it is given up.
_ATTEMPTS = 10
#: Seconds before a job is tried again, by its attempts; and when the disk is full, which is not the job's fault.
_RETRY_SECONDS = 5.0
_FULL_SECONDS = 15.0


class Performer:
    """stopping: asked between shards. engine: makes the cleaning function; the one with our rules by default."""

    def __init__(self, jobs: Jobs, stopping: Callable[[], bool], engine: Engine | None = None) -> None:
        self._jobs, self._stopping = jobs, stopping
        self._engine = engine or default_engine(jobs.settings.rules, jobs.settings.max_page_bytes)

    def perform(self, job_id: str) -> None:
        """Brings a job as far as it gets. Does nothing when another worker is at it, or it is done or gone."""
        with held(self._jobs.folder.lock(job_id)) as ours:
            record = self._jobs.records.start(job_id) if ours else None
            if record is None:
                return
            _log("job-started", record)
            try:
                self._run(record)
            except Stopped:
                self._jobs.records.put_back(job_id)
            except Exception as error:  # whatever it was, the job must not stay "running"
                with suppress(JobNotFound):  # deleted meanwhile
                    self._put_off(self._jobs.records.get(job_id), error)

    def _run(self, record: JobRecord) -> None:
        if record.attempts > _ATTEMPTS:
            raise WorkersDied("its workers died again and again")
        job = self._bulk_job(record)
        counts = row_counts(job.out)
        progress = _Told(self._jobs, record.id, counts, self._stopping)
        try:
            run(job, progress)
        except OptionError:  # begun with other rules or another engine: one result is of one rulebook
            counts.clear()
            run(replace(job, restart=True), progress)
        self._jobs.records.finish(record.id, 1.0, row_counts(job.out))
        _log("job-finished", record)

    def _bulk_job(self, record: JobRecord) -> Job:
        settings, folder = self._jobs.settings, self._jobs.folder
        upload = folder.upload(record.id, record.format)
        return Job(
            inputs=(str(upload),),
            out=str(folder.run(record.id)),
            engine=self._engine,
            output="results",
            workers=max(1, settings.page_workers),
            bounds=Bounds(settings.page_seconds, settings.page_memory_mb),
            read=ReadOptions(settings.max_page_bytes, max_nested=settings.max_job_bytes, root=f"{upload.parent}/"),
            identity={"engine": __version__, "rulebook": load_rulebook(settings.rules).version},
            across=False,
        )

    def _put_off(self, record: JobRecord, error: Exception) -> None:
        """A full disk is waited for as long as it takes; anything else a few times."""
        reason = error.code if isinstance(error, CleanerError) else type(error).__name__
        _log("job-put-off", record, error=reason)
        if is_full(error):
            self._jobs.records.put_back(record.id, "waits: the disk of the service is full", _FULL_SECONDS)
        elif record.attempts < _ATTEMPTS:
            wait = _RETRY_SECONDS * 2 ** max(0, record.attempts - 1)
            self._jobs.records.put_back(record.id, f"tried again in {wait:g} s: {reason}", wait)
        else:
            self._jobs.records.fail(record.id, f"given up after {_ATTEMPTS} attempts: {reason}")


class _Told(Progress):
    """Tells the record of each shard that was written; raises Stopped where the run should end."""

    def __init__(self, jobs: Jobs, job_id: str, counts: Counter[str], stopping: Callable[[], bool]) -> None:
        super().__init__(lambda _: None, lambda _: None)
        self._jobs, self._job_id, self._counts, self._stopping = jobs, job_id, counts, stopping

    def reading(self, unit: Unit, records: Sequence[Record]) -> None:
        super().reading(unit, records)
        if self._stopping():
            raise Stopped("the worker is told to stop")

    def rows(self, statuses: Sequence[str], hosts: Sequence[str], pid: int | None) -> None:
        super().rows(statuses, hosts, pid)
        with self._lock:
            self._counts.update(statuses)
        if not self._jobs.records.progress(self._job_id, self.snapshot().share, self._counts):
            raise Stopped("the job was deleted")
        if self._stopping():
            raise Stopped("the worker is told to stop")


def _log(event: str, record: JobRecord, **fields: object) -> None:
    LOGGER.info(event, extra={"fields": {"job": record.id, "attempts": record.attempts, **fields}})
