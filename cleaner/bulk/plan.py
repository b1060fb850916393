"""What there is to do: inputs to units, units to shards. It depends on the inputs alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import fsspec

from cleaner.bulk.readers import ReadOptions, is_container, read_files
from cleaner.bulk.record import Record
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
    that does not exist.
    """
    return [path for item in inputs for path in _files(item) if not without or not _inside(path, without)]


def _files(item: str) -> list[str]:
    if "://" in item:
        return _remote_files(item)
    path = Path(item)
    if path.is_dir():
        return sorted(
            os.path.join(folder, name) for folder, _, names in os.walk(path, followlinks=True) for name in names
        )
    if not path.exists():
        raise OptionError(f"there is no input {item!r}")
    return [item]


def _remote_files(item: str) -> list[str]:
    files, path = fsspec.core.url_to_fs(item)
    found = files.glob(path) if any(sign in path for sign in "*?[") else files.find(path)
    if not found:
        raise OptionError(f"there is no input {item!r}")
    return sorted(files.unstrip_protocol(name) for name in found)


def _inside(path: str, folder: str) -> bool:
    return "://" not in path and Path(path).resolve().is_relative_to(Path(folder).resolve())


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
