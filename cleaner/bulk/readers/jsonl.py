"""JSONL and NDJSON: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.readers.rows import row_record
from cleaner.bulk.record import Record, failed

#: JSON escapes at most six bytes for one ("\u00e9" for "é"); room for the other columns.
_LINE_FACTOR = 6


def read_jsonl(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    for offset, line in _lines(stream, options.max_bytes * _LINE_FACTOR):
        if line is None:
            yield failed(name, offset, "too-large", f"a line of more than {options.max_bytes * _LINE_FACTOR} bytes")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _record(name, offset, line, options)


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """(byte offset, line), None for a line that is too long to be held."""
    offset = 0
    while line := stream.readline(limit):
        start, offset = offset, offset + len(line)
        if line.endswith(b"\n") or len(line) < limit:
            yield start, line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            offset += len(rest)
        offset += len(rest)
        yield start, None


def _record(name: str, offset: int, line: bytes, options: ReadOptions) -> Record:
    try:
        row = json.loads(line.decode("utf-8-sig", "surrogateescape"))
    except (ValueError, RecursionError) as error:
        return failed(name, offset, "corrupt", f"not JSON: {error}")
    if not isinstance(row, dict):
        return failed(name, offset, "corrupt", f"not a JSON object but {type(row).__name__}")
    return row_record(name, offset, row, options)
