"""Errors of the disk under the job store, as ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.jobs.errors import StorageFull, StoreBusy

#: EFBIG: a bound on the size of files (RLIMIT_FSIZE), which to a service is a full disk.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_SQL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def is_full(error: BaseException) -> bool:
    """Whether an error says that nothing more can be written."""
    if isinstance(error, sqlite3.Error):
        return _primary(error) in _FULL_SQL
    return isinstance(error, StorageFull) or (isinstance(error, OSError) and error.errno in _FULL)


@contextmanager
def storage() -> Iterator[None]:
    """Raises StorageFull for a full disk and StoreBusy for a locked record; lets all else through."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if is_full(error):
            raise StorageFull("the store of jobs is full; nothing of this request was kept") from error
        if isinstance(error, sqlite3.Error) and _primary(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreBusy("the record of jobs is in use for too long") from error
        raise


def _primary(error: sqlite3.Error) -> int:
    """The primary result code (https://www.sqlite.org/rescode.html: the low byte of the extended one)."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
