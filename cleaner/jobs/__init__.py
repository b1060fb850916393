"""Jobs: whole archives taken in over HTTP, cleaned by worker processes, kept until they are fetched or expire.

Read `perform.py` first. What is true of a job stands in `records` (SQLite) and in the job's folder; the queue only
wakes workers and may forget. A job is one bulk run (`cleaner/bulk`) in the job's folder, so that a killed worker's
successor goes on where it was and ends with the same bytes.

Nothing here imports `cleaner.bulk` but `perform` and `counts`, which only workers use: a server that takes jobs in
needs no Arrow.
"""

from __future__ import annotations

from cleaner.jobs.jobs import Jobs
from cleaner.jobs.record import JobRecord, Wish

__all__ = ["JobRecord", "Jobs", "Wish"]
