"""The key store: one JSON file, replaced as a whole, readable to its owner only."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import CleanerError, OptionError
from cleaner.plain import plain
from cleaner.render.json import canonical
from cleaner.web.access.key import Key, new_key
from cleaner.web.body import parse_json
from cleaner.web.errors import KeyStoreError
from cleaner.web.load import load


class KeyFile(NamedTuple):
    """keys: in the order in which they were made; revoked ones stay, to be seen."""

    keys: tuple[Key, ...]


def read_keys(path: Path) -> tuple[Key, ...]:
    """Raises KeyStoreError when there is no such file or it is not a key store."""
    try:
        return load(KeyFile, parse_json(path.read_bytes())).keys
    except (OSError, CleanerError) as error:
        raise KeyStoreError(f"the key store cannot be read: {_why(error)}") from None


def add_key(
    path: Path, name: str, scopes: Sequence[str], origins: Sequence[str], rate: str | None, now: datetime
) -> str:
    """Makes a key and the store if there is none; gives the secret. Raises OptionError, KeyStoreError."""
    key, secret = new_key(name, scopes, origins, rate, now)

    def added(keys: tuple[Key, ...]) -> tuple[Key, ...]:
        if any(other.name == name and other.revoked is None for other in keys):
            raise OptionError(f"there is a key {name!r}; revoke it first, or take another name")
        return (*keys, key)

    _change(path, added)
    return secret


def revoke_key(path: Path, wanted: str, now: datetime) -> Key:
    """Revokes the key of that name or id. Raises OptionError when there is none, KeyStoreError."""
    found: list[Key] = []

    def revoked(keys: tuple[Key, ...]) -> tuple[Key, ...]:
        found.extend(key for key in keys if wanted in (key.name, key.id) and key.revoked is None)
        if not found:
            raise OptionError(f"no key in use has the name or id {wanted!r}")
        return tuple(replace(key, revoked=now) if key in found else key for key in keys)

    _change(path, revoked)
    return found[0]


def _change(path: Path, change: Callable[[tuple[Key, ...]], tuple[Key, ...]]) -> None:
    try:
        with _locked(path):
            _write(path, change(read_keys(path) if path.exists() else ()))
    except OSError as error:
        raise KeyStoreError(f"the key store cannot be written: {_why(error)}") from None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One writer at a time; the store itself is replaced, so the lock is a file beside it."""
    with path.with_name(path.name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(path: Path, keys: tuple[Key, ...]) -> None:
    """A reader sees the old file or the new one. The temporary file is the owner's alone (mode 0600)."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            file.write(canonical(plain(KeyFile(keys))).encode())
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _why(error: Exception) -> str:
    return str(error.strerror) if isinstance(error, OSError) else "it is not as this version writes it"
