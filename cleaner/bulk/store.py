"""Where a run's files are: a local folder or any address that fsspec reaches. Files appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import cast

from fsspec.implementations.local import LocalFileSystem

from cleaner.bulk.remote import file_system, reaching
from cleaner.errors import OptionError
from cleaner.lock import held

_TEMPORARY = ".writing"


class Store:
    """Named byte files under `address`. Safe to use from several threads and processes for different names.

    Every method raises OSError where the local disk fails, and RunInterrupted where a remote storage does.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._files, self._root = file_system(address)
        self._local = isinstance(self._files, LocalFileSystem)
        self._reaching = nullcontext if self._local else partial(reaching, address)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps other runs out of a local folder, which is made if need be; a remote address is not held.

        Raises OptionError when another run is in it, and when the address is no folder.
        """
        if not self._local:
            yield
            return
        self._make_folder()
        with held(Path(self._root)) as ours:
            if not ours:
                raise OptionError(f"another run is writing into {self.address}: wait for it, or give another --out")
            yield

    def _make_folder(self) -> None:
        try:
            Path(self._root).mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise OptionError(f"{self.address} is no folder: {error.strerror}") from None

    def put(self, name: str, content: bytes) -> None:
        """Writes atomically: temporary file, fsync and rename here; one PUT, which is atomic, in object stores."""
        path = self._path(name)
        if not self._local:
            with self._reaching():
                self._files.pipe_file(path, content)
            return
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f"{target.name}.{os.getpid()}{_TEMPORARY}")
        try:
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        except OSError as error:  # a disk that is full must not be kept full by half a file
            temporary.unlink(missing_ok=True)
            error.filename = error.filename or path
            raise
        _sync_folder(target.parent)

    def read(self, name: str) -> bytes:
        with self._reaching():
            return cast(bytes, self._files.cat_file(self._path(name)))

    def names(self, folder: str) -> list[str]:
        """The finished files of a folder, sorted, as "folder/name"."""
        self._files.invalidate_cache()
        with self._reaching():
            there = self._files.isdir(self._path(folder))
            found = self._files.ls(self._path(folder), detail=False) if there else []
        return sorted(f"{folder}/{path.rpartition('/')[2]}" for path in found if not path.endswith(_TEMPORARY))

    def exists(self, name: str) -> bool:
        with self._reaching():
            return bool(self._files.exists(self._path(name)))

    def remove(self, name: str) -> None:
        with self._reaching():
            self._files.rm(self._path(name), recursive=True)

    def sweep(self, folder: str) -> None:
        """Removes what a killed run was writing."""
        if self._local:
            for path in Path(self._path(folder)).glob(f"*{_TEMPORARY}"):
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"


def _sync_folder(folder: Path) -> None:
    """A rename is durable once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
