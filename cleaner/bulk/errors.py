"""What can go wrong with a bulk run, beside what `cleaner.errors` has.

CleanerError
└── WorkerStartFailed   a worker process did not come up
"""

from __future__ import annotations

from cleaner.errors import CleanerError


class WorkerStartFailed(CleanerError):
    """A worker process did not come up: the rules cannot be loaded, or the machine has no memory left."""

    code = "worker-start"
