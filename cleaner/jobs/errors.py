"""What can go wrong with jobs.

CleanerError
├── InputError
│   └── UploadMismatch      the upload is not of the format that it was said to be
├── JobError
│   ├── JobNotFound         no such job, or one that was deleted or has expired
│   ├── JobNotFinished      its result is not complete yet
│   ├── JobFailed           it ended without a result
│   ├── KeyReused           an Idempotency-Key that belongs to another request
│   ├── QueueFull           as many jobs wait as may wait
│   ├── StorageFull         the disk takes no more
│   ├── StoreBusy           the record of jobs is held by others for too long
│   └── WebhookRefused      a callback address that this service does not call
├── Stopped                 a worker is to leave its job: the worker is told to stop, or the job was deleted
└── WorkersDied             worker after worker was gone before a shard of the job was written
"""

from __future__ import annotations

from cleaner.errors import CleanerError, InputError


class UploadMismatch(InputError):
    code = "upload-mismatch"


class JobError(CleanerError):
    """retry_after: seconds after which the same request may succeed; None where it will not."""

    code = "job-error"
    retry_after: int | None = None


class JobNotFound(JobError):
    code = "job-not-found"


class JobNotFinished(JobError):
    code = "job-not-finished"
    retry_after = 5


class JobFailed(JobError):
    code = "job-failed"


class KeyReused(JobError):
    code = "idempotency-key-reused"


class QueueFull(JobError):
    code = "queue-full"
    retry_after = 30


class StorageFull(JobError):
    code = "storage-full"
    retry_after = 60


class StoreBusy(JobError):
    code = "store-busy"
    retry_after = 5


class WebhookRefused(JobError):
    code = "webhook-refused"


class Stopped(CleanerError):
    """The worker is told to stop, or the job was deleted; what is written stays."""

    code = "stopped"


class WorkersDied(CleanerError):
    """Worker after worker was gone before a shard was written: something in the upload takes the process with it."""

    code = "workers-died"
