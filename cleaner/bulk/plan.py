"""What there is to do: inputs to units, units to shards. It depends on the inputs alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.bulk.readers import ReadOptions, is_container, read_files
from cleaner.bulk.record import Record
from cleaner.bulk.remote import file_system, is_remote, reaching
from cleaner.bulk.walk import walk
from cleaner.errors import OptionError

#: A shard is full at this many rows or bytes of content: small enough to be held a few times over.
SHARD_ROWS = 256
SHARD_BYTES = 16 * 1024 * 1024


class Unit(NamedTuple):
    """What is read in one go: an archive file, or up to `SHARD_ROWS` neighbouring pages of a folder."""

    number: int
    paths: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.number:06d}"


class Shard(NamedTuple):
    """Consecutive records of one unit; one output file."""

    name: str
    records: list[Record]


def list_inputs(inputs: Sequence[str], without: str = "") -> list[str]:
    """The files of all inputs: folders recursively and sorted, inputs in the order given.

    without: a folder left out (the output, where it lies inside an input). Raises OptionError for an input
    that does not exist, holds no file, or lies in that folder as a whole.
    """
    own = _plain(without) + "/" if is_remote(without) else without and os.path.join(os.path.realpath(without), "")
    return [path for item in inputs for path in _outside(item, own)]


def _outside(item: str, own: str) -> list[str]:
    found = _files(item)
    kept = [path for path in found if not own or not _inside(path, own)]
    if not kept:
        where = own.removesuffix("/")
        what = (
            f"all of the input {item!r} lies in {where!r}, where the output goes" if found else f"no file in {item!r}"
        )
        raise OptionError(what)
    return kept


def _files(item: str) -> list[str]:
    if not item:
        raise OptionError("an input has no name")  # a variable of a script that is not set
    if is_remote(item):
        return _remote_files(item)
    path = Path(item)
    if path.is_dir():
        return walk(item)
    if not path.exists():
        raise OptionError(f"there is no input {item!r}")
    return [item]


def _remote_files(item: str) -> list[str]:
    files, path = file_system(item)
    with reaching(item):
        found = _found(files, path)
    if not found:
        raise OptionError(f"there is no input {item!r}")
    return sorted(files.unstrip_protocol(name) for name in found)


def _found(files: Any, path: str) -> list[str]:
    """The files under a path, or of a pattern: a name may hold the signs of one."""
    try:
        names = files.find(path) or files.glob(path)
    except FileNotFoundError:  # the bucket
        return []
    # consoles of object stores keep an empty object "name/" for a folder
    return [name for name in names if not name.endswith("/")]


def _plain(address: str) -> str:
    """A remote address as those of its files begin."""
    files, path = file_system(address)
    return str(files.unstrip_protocol(path)).rstrip("/")


def _inside(path: str, folder: str) -> bool:
    """folder: with a slash at its end, a local one without links in it."""
    return (path if is_remote(path) or is_remote(folder) else os.path.realpath(path)).startswith(folder)


def units(paths: Sequence[str]) -> list[Unit]:
    """Archives by themselves, pages by `SHARD_ROWS`, all in order."""
    groups: list[tuple[str, ...]] = []
    for alone, neighbours in groupby(paths, is_container):
        found = list(neighbours)
        step = 1 if alone else SHARD_ROWS
        groups += [tuple(found[start : start + step]) for start in range(0, len(found), step)]
    return [Unit(number, group) for number, group in enumerate(groups)]


def shards(unit: Unit, options: ReadOptions) -> Iterator[Shard]:
    """The unit's records, cut into shards; at most one shard is held."""
    held: list[Record] = []
    size = count = 0
    for record in read_files(unit.paths, options):
        if held and (len(held) >= SHARD_ROWS or size + len(record.content) > SHARD_BYTES):
            yield Shard(f"{unit.name}-{count:05d}", held)
            held, size, count = [], 0, count + 1
        held.append(record)
        size += len(record.content)
    if held:
        yield Shard(f"{unit.name}-{count:05d}", held)
