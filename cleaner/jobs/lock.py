"""A job's lock: a lease that the kernel ends with its holder.

flock(2) belongs to the open file, so that it is gone the moment the process that holds it is, however it died:
no heartbeat to miss, no clocks to agree on, and a worker that was merely paused never finds another at its job.
Between machines it holds on file systems that carry locks (NFSv4, CephFS).
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(file: Path) -> Iterator[bool]:
    """Gives whether the lock is ours, without waiting; False as well where the job's folder is gone."""
    try:
        handle = file.open("ab")
    except FileNotFoundError:
        yield False
        return
    with handle:
        yield _locked(handle.fileno())


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
