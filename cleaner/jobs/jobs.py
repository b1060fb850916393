"""What the edges do with jobs: take one in, look at it, throw it away."""

from __future__ import annotations

import gzip
import hashlib
import logging
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from cleaner.jobs.errors import JobFailed, JobNotFinished, StorageFull
from cleaner.jobs.folder import Folder
from cleaner.jobs.formats import demand_format
from cleaner.jobs.queue import Queue
from cleaner.jobs.record import JobRecord, Wish
from cleaner.jobs.records import Records
from cleaner.jobs.storage import storage
from cleaner.jobs.upload import Upload
from cleaner.jobs.webhook import Webhooks
from cleaner.lock import held
from cleaner.settings import Settings

LOGGER = logging.getLogger("cleaner.jobs")
_PIECE = 1 << 16
_ALIVE_SECONDS = 30.0  # several of a worker's rounds, see `cleaner/jobs/worker.py`


class Jobs:
    """Touches the disk when first used. handle: for workers, see `Queue`.

    Raises OptionError for settings of the queue or of webhooks that cannot be used.
    """

    def __init__(self, settings: Settings, handle: Callable[[str], None] | None = None) -> None:
        self.settings = settings
        self.folder = Folder(settings.jobs_dir.absolute())
        self.records = Records(self.folder.record)
        self.queue = Queue(self.folder.queue, settings.jobs_redis, handle)
        self.webhooks = Webhooks.of(settings)

    def demand_fit(self, wish: Wish) -> None:
        """Raises WebhookRefused and QueueFull before a body is read that would not be taken."""
        if wish.callback is not None:
            self.webhooks.target(wish.callback)
        self.records.demand_room(self.settings.max_jobs_waiting, wish.client, wish.key)

    def upload(self, announced: int = 0) -> Upload:
        """announced: length of the body as its sender declares it, where it does and is not compressed."""
        return Upload(self.folder.incoming, self.settings.max_job_bytes, announced)

    def accept(self, upload: Upload, wish: Wish) -> JobRecord:
        """A new job of an upload; the earlier one when client, key and request are the same.

        When it returns, upload and record are on the disk: the job is done some time, whatever is killed.
        Raises EmptyInput, UploadMismatch, KeyReused, QueueFull, StorageFull.
        """
        digest = upload.settle()
        demand_format(wish.format, upload.head)
        record = self._new_record(upload.size, digest, wish)
        try:
            with storage():
                self.folder.place(upload.path, record.id, record.format)
            taken = self.records.add(record, self.settings.max_jobs_waiting)
        except BaseException:
            self.folder.remove(record.id)
            raise
        if taken.id != record.id:
            self.folder.remove(record.id)
        else:
            self._wake(record.id)
        return taken

    def waits_for(self, record: JobRecord) -> str | None:
        """Why an open job waits, as far as is known; of a job that failed, why it did."""
        if record.status == "queued" and record.detail is None and not self._has_worker():
            return "no worker is at work; `cleaner worker` starts one"
        return record.detail

    def _has_worker(self) -> bool:
        try:
            return self.records.clock() - self.folder.worker.stat().st_mtime < _ALIVE_SECONDS
        except OSError:
            return False

    def result(self, job_id: str, client: str | None = None) -> Iterator[bytes]:
        """The NDJSON of a finished job, piece by piece. Raises JobNotFound, JobNotFinished, JobFailed at once.

        Raises FileNotFoundError between pieces when the job is deleted meanwhile.
        """
        record = self.records.get(job_id, client)
        if record.status == "failed":
            raise JobFailed(f"the job failed: {record.detail}")
        if record.status != "finished":
            raise JobNotFinished(f"the job is {record.status}; its result is there when it is finished")
        return _unpacked(sorted((self.folder.run(job_id) / "articles").glob("part-*.ndjson.gz")))

    def delete(self, job_id: str, client: str | None = None) -> None:
        """Cancels and forgets a job. A worker that is at it stops at its next shard. Raises JobNotFound."""
        self.records.get(job_id, client)
        self.drop(job_id)
        self.sweep_out(job_id)

    def drop(self, job_id: str) -> None:
        """Records that a job is deleted. A full disk cannot note even that, so there the files go first."""
        try:
            self.records.delete(job_id)
        except StorageFull:
            with storage(), held(self.folder.lock(job_id)) as ours:
                if ours:
                    self.folder.remove(job_id)
            self.records.delete(job_id)

    def sweep_out(self, job_id: str) -> None:
        """Removes what is left of a deleted job, unless a worker is still at it: `tend` comes again."""
        if self.folder.job(job_id).exists():
            with held(self.folder.lock(job_id)) as ours:
                if not ours:
                    return
                self.folder.remove(job_id)
        self.records.purge(job_id)

    def _new_record(self, size: int, digest: str, wish: Wish) -> JobRecord:
        request = hashlib.sha256(f"{wish.format}\n{wish.callback or ''}\n{digest}".encode()).hexdigest()
        return JobRecord(
            id=uuid.uuid4().hex,
            status="queued",
            format=wish.format,
            bytes=size,
            digest=request,
            client=wish.client,
            key=wish.key,
            callback=wish.callback,
            created=self.records.clock(),
        )

    def _wake(self, job_id: str) -> None:
        """Tells the workers; where the queue cannot be reached, they find the job in the record."""
        try:
            self.queue.put(job_id)
        except Exception as error:  # huey's storages raise errors of their own
            LOGGER.warning("queue-unreachable", extra={"fields": {"job": job_id, "error": type(error).__name__}})


def _unpacked(parts: list[Path]) -> Iterator[bytes]:
    for part in parts:
        with gzip.open(part) as lines:
            while piece := lines.read(_PIECE):
                yield piece
