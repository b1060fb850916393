"""The record of all jobs: one SQLite file, one transaction for each step of a job.

Every operation opens the file anew: right across forks and threads, and a job takes a handful of them. The
rollback journal rather than WAL, which needs memory that all processes share, so that a file system with locks
across machines will do. `synchronous=FULL`: what was answered has been on the disk.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from cleaner.jobs.errors import JobNotFound, KeyReused, QueueFull
from cleaner.jobs.record import JobRecord
from cleaner.jobs.storage import storage

_BUSY_SECONDS = 10.0
_COLUMNS = ", ".join(JobRecord._fields)
_TABLE = f"""
create table if not exists jobs ({_COLUMNS.replace("id,", "id text primary key,", 1)});
create unique index if not exists jobs_key on jobs (client, key) where key is not null;
create index if not exists jobs_status on jobs (status, created);
create index if not exists jobs_hook on jobs (hook_due) where hook_state = 'due';
"""


class Records:
    """Safe to use from any thread and process. Every method may raise StorageFull and StoreBusy."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.time) -> None:
        self._file, self.clock = file, clock

    def add(self, record: JobRecord, most_waiting: int) -> JobRecord:
        """The record as it is now; or the earlier one of the same client, key and request.

        Raises KeyReused for a key of another request, QueueFull when `most_waiting` jobs wait.
        """
        with self._open() as db:
            earlier = _with_key(db, record.client, record.key)
            if earlier is not None:
                return _same_request(earlier, record)
            _demand_room(db, most_waiting)
            marks = ", ".join("?" * len(record))
            values = record._replace(statuses=json.dumps(record.statuses))  # type: ignore[arg-type]
            db.execute(f"insert into jobs ({_COLUMNS}) values ({marks})", values)
            return record

    def demand_room(self, most_waiting: int, client: str, key: str | None) -> None:
        """Raises QueueFull, but not for a key that is known: its job was taken already."""
        with self._open() as db:
            if _with_key(db, client, key) is None:
                _demand_room(db, most_waiting)

    def get(self, job_id: str, client: str | None = None) -> JobRecord:
        """client: whose job it must be; None for any. Raises JobNotFound."""
        found = self._select("id = ? and status != 'deleted'", job_id)
        if not found or client not in (None, found[0].client):
            raise JobNotFound("there is no such job; it may have been deleted or have expired")
        return found[0]

    def open_jobs(self) -> list[JobRecord]:
        """Queued and running jobs that may be worked at now, oldest first."""
        return self._select("status in ('queued', 'running') and not_before <= ? order by created", self.clock())

    def deleted(self) -> list[JobRecord]:
        return self._select("status = 'deleted'")

    def expired(self, seconds: float) -> list[JobRecord]:
        """Jobs that ended longer ago than this."""
        return self._select("status in ('finished', 'failed') and ended < ?", self.clock() - seconds)

    def known(self) -> set[str]:
        """The ids of all records, deleted ones included."""
        with self._open() as db:
            return {job_id for (job_id,) in db.execute("select id from jobs")}

    def counts(self) -> dict[str, int]:
        """How many jobs there are, by status."""
        with self._open() as db:
            return dict(db.execute("select status, count(*) from jobs group by status").fetchall())

    def start(self, job_id: str) -> JobRecord | None:
        """Marks an open job as running; None when there is nothing to do any more."""
        now = self.clock()
        change = "status = 'running', detail = null, attempts = attempts + 1, started = coalesce(started, ?)"
        if not self._update(job_id, "status in ('queued', 'running') and not_before <= ?", change, (now,), (now,)):
            return None
        return self.get(job_id)

    def progress(self, job_id: str, share: float, statuses: Mapping[str, int]) -> bool:
        """Notes how far a running job is; False when it runs no more, since it was deleted."""
        change = "share = ?, statuses = ?, attempts = 0"
        return self._update(job_id, "status = 'running'", change, (share, json.dumps(statuses, sort_keys=True)))

    def put_back(self, job_id: str, detail: str | None = None, seconds: float = 0.0) -> None:
        """A running job waits again, at least so many seconds."""
        change = "status = 'queued', detail = ?, not_before = ?"
        self._update(job_id, "status = 'running'", change, (detail, self.clock() + seconds if seconds else 0.0))

    def finish(self, job_id: str, share: float, statuses: Mapping[str, int]) -> None:
        self._end(job_id, "status = 'finished', share = ?, statuses = ?", share, json.dumps(statuses, sort_keys=True))

    def fail(self, job_id: str, detail: str) -> None:
        self._end(job_id, "status = 'failed', detail = ?", detail)

    def _end(self, job_id: str, change: str, *values: object) -> None:
        now = self.clock()
        hook = "hook_state = iif(callback is null, 'none', 'due'), hook_due = iif(callback is null, null, ?)"
        self._update(job_id, "status = 'running'", f"{change}, ended = ?, {hook}", (*values, now, now))

    def delete(self, job_id: str) -> None:
        """Takes the job from its owner; `purge` follows when its files are gone. Its key is free again."""
        self._update(job_id, "1 = 1", "status = 'deleted', key = null, hook_state = 'none'", ())

    def purge(self, job_id: str) -> None:
        with self._open() as db:
            db.execute("delete from jobs where id = ? and status = 'deleted'", (job_id,))

    def due_hooks(self) -> list[JobRecord]:
        return self._select("hook_state = 'due' and hook_due <= ? order by hook_due", self.clock())

    def claim_hook(self, record: JobRecord, next_due: float) -> bool:
        """Counts a try and puts the next one off; False when another worker has claimed this one.

        The next try stands before this one is made, so that a worker killed in between loses no delivery.
        """
        change = "hook_due = ?, hook_tries = hook_tries + 1"
        where = "hook_state = 'due' and hook_tries = ?"
        return self._update(record.id, where, change, (next_due,), (record.hook_tries,))

    def put_off_hook(self, job_id: str, due: float, detail: str) -> None:
        self._update(job_id, "hook_state = 'due'", "hook_due = ?, hook_detail = ?", (due, detail))

    def end_hook(self, job_id: str, state: str, detail: str | None) -> None:
        self._update(job_id, "hook_state = 'due'", "hook_state = ?, hook_detail = ?", (state, detail))

    def _select(self, where: str, *values: object) -> list[JobRecord]:
        with self._open() as db:
            return [_record(row) for row in db.execute(f"select {_COLUMNS} from jobs where {where}", values)]

    def _update(
        self, job_id: str, where: str, change: str, values: tuple[object, ...], more: tuple[object, ...] = ()
    ) -> bool:
        with self._open() as db:
            done = db.execute(f"update jobs set {change} where id = ? and {where}", (*values, job_id, *more))
            return done.rowcount > 0

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One transaction, which others wait for."""
        with storage():
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=_BUSY_SECONDS, isolation_level=None)) as db:
                db.execute("pragma synchronous = full")
                if not db.execute("select 1 from sqlite_master where name = 'jobs_hook'").fetchone():
                    db.executescript(_TABLE)
                db.execute("begin immediate")
                yield db
                db.execute("commit")  # closing without it is a rollback


def _with_key(db: sqlite3.Connection, client: str, key: str | None) -> JobRecord | None:
    found = db.execute(f"select {_COLUMNS} from jobs where client = ? and key = ?", (client, key)).fetchone()
    return _record(found) if found else None


def _same_request(earlier: JobRecord, record: JobRecord) -> JobRecord:
    if earlier.digest != record.digest:
        raise KeyReused("this Idempotency-Key belongs to a request with another body, format or callback")
    return earlier


def _demand_room(db: sqlite3.Connection, most_waiting: int) -> None:
    (waiting,) = db.execute("select count(*) from jobs where status = 'queued'").fetchone()
    if waiting >= most_waiting:
        raise QueueFull(f"{waiting} jobs wait already, as many as may")


def _record(row: tuple[Any, ...]) -> JobRecord:
    record = JobRecord(*row)
    return record._replace(statuses=json.loads(record.statuses))  # type: ignore[arg-type]
