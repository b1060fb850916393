"""The keys in use, as the store has them now."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cleaner.web.access.key import Key, hashed
from cleaner.web.access.store import read_keys
from cleaner.web.errors import KeyStoreError

#: Tells one state of a file from the next: time of change (ns), size, inode.
_Stamp = tuple[int, int, int]


class _Seen(NamedTuple):
    stamp: _Stamp
    by_hash: dict[str, Key]
    by_id: dict[str, Key]
    origins: frozenset[str]


class KeyRing:
    """Reads the store again when it has changed, so that a revoked key is refused from the next request on."""

    def __init__(self, path: Path) -> None:
        """Raises KeyStoreError when the store cannot be read: better no start than an open door."""
        self._path = path
        self._seen = self._read(self._stamp())

    def by_secret(self, secret: str) -> Key | None:
        """The key in use that has this secret. Raises KeyStoreError."""
        return self._current().by_hash.get(hashed(secret))

    def by_id(self, name: str) -> Key | None:
        """The key in use that has this id. Raises KeyStoreError."""
        return self._current().by_id.get(name)

    def knows_origin(self, origin: str) -> bool:
        """Whether any key in use may be used from there. Raises KeyStoreError."""
        return origin in self._current().origins

    def _current(self) -> _Seen:
        stamp = self._stamp()
        if stamp != self._seen.stamp:
            self._seen = self._read(stamp)
        return self._seen

    def _stamp(self) -> _Stamp:
        try:
            found = self._path.stat()
        except OSError as error:
            raise KeyStoreError(f"the key store cannot be read: {error.strerror}") from None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _read(self, stamp: _Stamp) -> _Seen:
        keys = [key for key in read_keys(self._path) if key.revoked is None]
        return _Seen(
            stamp,
            {key.hash: key for key in keys},
            {key.id: key for key in keys},
            frozenset(origin for key in keys for origin in key.origins),
        )
