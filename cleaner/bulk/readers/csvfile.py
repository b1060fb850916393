"""CSV and TSV with a header line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.readers.rows import row_record
from cleaner.bulk.record import Record, failed

# The csv module bounds a field at 128 KiB, which a page exceeds, and knows no bound of one reader.
csv.field_size_limit(512 * 1024 * 1024)


def read_csv(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    """Offsets are row numbers from 1, the header not counted. Bytes that are not UTF-8 come through unchanged."""
    lines = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    dialect = "excel-tab" if name.lower().split("!")[-1].partition(".tsv")[1] else "excel"
    try:
        yield from _rows(name, csv.reader((line.replace("\0", "") for line in lines), dialect, strict=True), options)
    finally:
        lines.detach()  # the stream is its opener's to close


def _rows(name: str, rows: Iterator[list[str]], options: ReadOptions) -> Iterator[Record]:
    header = next(rows, [])
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield failed(name, number, "corrupt", f"row {number}: {error}")
            continue
        if row:
            yield _record(name, number, header, row, options)


def _record(name: str, number: int, header: list[str], row: list[str], options: ReadOptions) -> Record:
    if len(row) != len(header):
        return failed(name, number, "corrupt", f"row {number} has {len(row)} columns and the header {len(header)}")
    return row_record(name, number, dict(zip(header, row, strict=True)), options)
