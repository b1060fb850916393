"""What a run has done so far, in the output folder itself; a killed run goes on from it.

run.json                 what the run is: inputs, engine, rules, options
articles/part-*.parquet  the output (or .jsonl.gz, .warc.gz, .ndjson.gz), one file a shard
facts/part-*.parquet     the shard's facts, written after its articles: the shard is done when this exists
units/*.json             a unit whose shards are all done, so that it need not be read again
manifest.json            the whole run is done: every file with its SHA-256
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from cleaner.bulk.plan import Unit
from cleaner.bulk.record import as_text
from cleaner.bulk.store import Store
from cleaner.bulk.worker import Done
from cleaner.bulk.writers import FORMATS
from cleaner.errors import OptionError

ARTICLES, FACTS, UNITS = "articles", "facts", "units"
_RUN, _MANIFEST = "run.json", "manifest.json"
#: How a difference reads where its values say nothing.
_NAMES = {"inputs_sha256": "other names or sizes of inputs"}


class State:
    """The files of one run; format: of `writers.FORMATS`."""

    def __init__(self, store: Store, output: str) -> None:
        self.store = store
        self._suffix = FORMATS[output].suffix

    def begin(self, identity: Mapping[str, object], restart: bool) -> None:
        """Takes up the run that is in the folder, or starts one.

        Raises OptionError when the folder holds a run of other inputs, options, rules or engine, or something that
        is no run where a run's files go.
        """
        wanted = _json(identity)
        there = self.store.exists(_RUN)
        if restart and there:
            self._clear()
        elif there:
            self._compare(self.store.read(_RUN), wanted)
        if restart or not there:
            self._start(wanted)
        self.sweep()

    def _compare(self, found: bytes, wanted: bytes) -> None:
        if found != wanted:
            raise OptionError(
                f"{self.store.address} holds another run ({_difference(found, wanted)}): "
                "give another --out, or --restart to throw that one away"
            )

    def _start(self, wanted: bytes) -> None:
        for folder in (ARTICLES, FACTS, UNITS):
            if self.store.names(folder):
                raise OptionError(f"{self.store.address} holds a folder {folder!r} of no run: give another --out")
        self.store.put(_RUN, wanted)

    def sweep(self) -> None:
        """Removes the halves of files that killed processes left."""
        for folder in (ARTICLES, FACTS, UNITS, "."):
            self.store.sweep(folder)

    def finished(self) -> bool:
        return self.store.exists(_MANIFEST)

    def done_shards(self) -> set[str]:
        return {shard_of(name) for name in self.store.names(FACTS)}

    def done_units(self) -> set[str]:
        return {shard_of(name) for name in self.store.names(UNITS)}

    def put_shard(self, name: str, done: Done) -> None:
        """The articles first: the facts are the sign that both are there."""
        self.store.put(f"{ARTICLES}/part-{name}{self._suffix}", done.data)
        self.store.put(f"{FACTS}/part-{name}.parquet", done.facts)

    def put_unit(self, unit: Unit, shard_names: Sequence[str]) -> None:
        hashes = {name: self._hash(f"{ARTICLES}/part-{name}{self._suffix}") for name in shard_names}
        self.store.put(
            f"{UNITS}/{unit.name}.json", _json({"sources": [as_text(path) for path in unit.paths], "shards": hashes})
        )

    def put_manifest(self, extra: Sequence[str]) -> None:
        """extra: names of further files of the output."""
        hashes: dict[str, str] = {}
        for name in self.store.names(UNITS):
            unit = json.loads(self.store.read(name))
            hashes |= {f"{ARTICLES}/part-{shard}{self._suffix}": digest for shard, digest in unit["shards"].items()}
        hashes |= {name: self._hash(name) for name in extra}
        self.store.put(_MANIFEST, _json({"run": json.loads(self.store.read(_RUN)), "sha256": hashes}))

    def _hash(self, name: str) -> str:
        return hashlib.sha256(self.store.read(name)).hexdigest()

    def _clear(self) -> None:
        """Removes a run's own files and nothing else; in an order in which what is left is a run at any moment."""
        for name in (_MANIFEST, *self._finished_files(), UNITS, FACTS, ARTICLES, _RUN):
            if self.store.exists(name):
                self.store.remove(name)

    def _finished_files(self) -> list[str]:
        """What the manifest names beside the articles: summary, report, proposals and the like."""
        names = json.loads(self.store.read(_MANIFEST))["sha256"] if self.finished() else ()
        return [name for name in names if not name.startswith(f"{ARTICLES}/")]


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def shard_of(name: str) -> str:
    """The shard, or the unit, that a file is named after.

    >>> shard_of("facts/part-000001-00000.parquet"), shard_of("units/000001.json")
    ('000001-00000', '000001')
    """
    return name.rpartition("/")[2].removeprefix("part-").partition(".")[0]


def _difference(found: bytes, wanted: bytes) -> str:
    old, new = json.loads(found), json.loads(wanted)
    keys = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    return ", ".join(_NAMES.get(key) or f"{key}: {old.get(key)} there, {new.get(key)} now" for key in keys)
