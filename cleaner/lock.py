"""The lock of a job or of an output folder: a lease that the kernel ends with its holder.

flock(2) belongs to the open file, so that it is gone the moment the process that holds it is, however it died:
no heartbeat to miss, no clocks to agree on, and a worker that was merely paused never finds another at its work.
Between machines it holds on file systems that carry locks (NFSv4, CephFS); NFS carries none of folders.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Gives whether the lock is ours, without waiting; False as well where the file's folder is gone.

    path: a file, which is made if need be, or a folder that is there.
    """
    try:
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_WRONLY | os.O_CREAT, 0o666)
    except FileNotFoundError:
        yield False
        return
    try:
        yield _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno != errno.EBADF:  # what NFS says of a folder, which nobody can lock then
            raise
    return True
