"""An upload on its way to the disk: bounded, digested, and gone again unless it is taken."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from cleaner.errors import EmptyInput, InputTooLarge
from cleaner.jobs.errors import StorageFull
from cleaner.jobs.storage import storage

_HEAD_BYTES = 16


class Upload:
    """A file being written, as far as HTTP libraries need one; leaving its context removes what was not moved.

    Raises StorageFull when the disk is full and InputTooLarge beyond `limit` bytes.
    """

    def __init__(self, folder: Path, limit: int, announced: int = 0) -> None:
        """announced: the length that the client declared, refused at once where the disk has no room for it."""
        self._limit = limit
        self._demand(announced)
        with storage():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if announced > shutil.disk_usage(folder).free:
                raise StorageFull("the store of jobs has no room for the upload; nothing of this request was kept")
            self.path = folder / uuid.uuid4().hex
            self._file = self.path.open("xb")
        self._hash = hashlib.sha256()
        self.head, self.size = b"", 0

    def __enter__(self) -> Upload:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self._file.close()
        except OSError:  # what was buffered has no room either; the file goes anyway
            pass
        finally:
            self.path.unlink(missing_ok=True)

    def take(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self.write(piece)

    def write(self, piece: bytes) -> int:
        self.size += len(piece)
        self._demand(self.size)
        self._hash.update(piece)
        if len(self.head) < _HEAD_BYTES:
            self.head = (self.head + piece)[:_HEAD_BYTES]
        with storage():
            return self._file.write(piece)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Form parsers rewind what they have written; this is not read here."""
        return 0

    def settle(self) -> str:
        """Brings all of it to the disk; the SHA-256 in hex. Raises EmptyInput when there is nothing."""
        if not self.size:
            raise EmptyInput("the upload is empty")
        with storage():
            self._file.flush()
            os.fsync(self._file.fileno())
        return self._hash.hexdigest()

    def _demand(self, size: int) -> None:
        if size > self._limit:
            raise InputTooLarge(f"the upload is larger than {self._limit} bytes")
