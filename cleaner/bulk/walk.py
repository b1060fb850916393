"""The files of a folder, however it is linked and whatever lies in it."""

from __future__ import annotations

import os
import stat


def walk(folder: str) -> list[str]:
    """All files below a local folder, sorted by path.

    Linked folders are gone into, but for one that leads back to a folder above it, whose files stand there already.
    A folder that cannot be listed stands in the list itself, and a link to nothing too, so that what cannot be read
    is told. Pipes, sockets and devices are no files: to open one may wait for ever.
    """
    found: list[str] = []
    to_do: list[tuple[str, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while to_do:
        here, above = to_do.pop()
        try:
            identity = _identity(here)
            entries = [] if identity in above else list(os.scandir(here))
        except OSError:
            found.append(here)
            continue
        found += [entry.path for entry in entries if _is_input(entry)]
        to_do += [(entry.path, above | {identity}) for entry in entries if _is_folder(entry)]
    return sorted(found)


def _identity(folder: str) -> tuple[int, int]:
    status = os.stat(folder)
    return status.st_dev, status.st_ino


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_input(entry: os.DirEntry[str]) -> bool:
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:  # a link to nothing or to itself: reading it says so
        return True
