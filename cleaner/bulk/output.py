"""The rows of a finished output, whatever its format, as the columns of `OUTPUT_SCHEMA`."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, cast

from warcio.archiveiterator import ArchiveIterator

from cleaner.bulk.schema import MAPS, parquet_table
from cleaner.bulk.state import ARTICLES
from cleaner.bulk.store import Store

OutputRow = dict[str, Any]


def read_output(content: bytes, name: str) -> Iterator[OutputRow]:
    """Rows of one shard, in order. Maps are dicts."""
    return next(reader for suffix, reader in _READERS.items() if name.endswith(suffix))(content)


def read_all(store: Store) -> Iterator[OutputRow]:
    """All rows of a run's output, in input order; one shard is held at a time."""
    for name in store.names(ARTICLES):
        yield from read_output(store.read(name), name)


def _parquet(content: bytes) -> Iterator[OutputRow]:
    for row in cast(list[OutputRow], parquet_table(content).to_pylist()):
        for name in MAPS:
            row[name] = dict(row[name] or ())
        row["evidence"] = json.loads(row["evidence"] or "{}")
        yield row


def _jsonl(content: bytes) -> Iterator[OutputRow]:
    for line in gzip.decompress(content).splitlines():
        yield json.loads(line)


def _warc(content: bytes) -> Iterator[OutputRow]:
    for record in ArchiveIterator(io.BytesIO(content)):
        if record.rec_type == "metadata":
            yield json.loads(record.content_stream().read())


def _results(content: bytes) -> Iterator[OutputRow]:
    for line in gzip.decompress(content).splitlines():
        row = json.loads(line)
        article, report, error = (row.pop(name, {}) for name in ("article", "report", "error"))
        columns = article | report | {"canonical_url": article.get("url"), "page_kind": report.get("kind")}
        columns["kind"] = article.get("kind")
        yield columns | {"url": None, "error": error.get("code"), "detail": error.get("detail")} | row


_READERS: dict[str, Callable[[bytes], Iterator[OutputRow]]] = {
    ".parquet": _parquet,
    ".jsonl.gz": _jsonl,
    ".warc.gz": _warc,
    ".ndjson.gz": _results,
}
