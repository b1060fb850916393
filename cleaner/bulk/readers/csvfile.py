"""CSV and TSV with a header line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, TextIO

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.readers.rows import row_record
from cleaner.bulk.record import Record, failed

#: A line holds a page and other columns; a field a page, perhaps in base64.
_LINE_FACTOR, _FIELD_FACTOR = 6, 2
#: Of these the header line has most. Spreadsheets write ";" where the comma is the decimal sign, as in Vietnam.
_DELIMITERS = (",", ";", "\t")


class _TooLong(csv.Error):
    """A line that is too long to be held."""


def read_csv(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    """Offsets are row numbers from 1, the header not counted. Bytes that are not UTF-8 come through unchanged."""
    text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
    # The module knows no bound of one reader; its own is 128 KiB, which a page exceeds.
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes * _FIELD_FACTOR))
    lines = _Lines(text, options.max_bytes * _LINE_FACTOR)
    try:
        first = next(lines, "")
        tabs = name.lower().split("!")[-1].partition(".tsv")[1]
        delimiter = "\t" if tabs else max(_DELIMITERS, key=first.count)
        rows = csv.reader(chain((first,), lines), delimiter=delimiter, strict=True)
        yield from _rows(name, rows, options)
    finally:
        text.detach()  # the stream is its opener's to close


class _Lines:
    """The lines of a text without NUL. No generator: those end with the first line that is refused."""

    def __init__(self, text: TextIO, limit: int) -> None:
        self._text, self._limit = text, limit

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        """Raises _TooLong for a line of `limit` characters or more; the one behind it comes next."""
        line = self._text.readline(self._limit)
        if not line:
            raise StopIteration
        if len(line) == self._limit and not line.endswith("\n"):
            self._skip()
            raise _TooLong(f"a line of more than {self._limit} characters")
        return line.replace("\0", "")

    def _skip(self) -> None:
        while (rest := self._text.readline(self._limit)) and not rest.endswith("\n"):
            pass


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
            large = isinstance(error, _TooLong) or "field limit" in str(error)
            yield failed(name, number, "too-large" if large else "corrupt", f"row {number}: {error}")
            continue
        if row:
            yield _record(name, number, header, row, options)


def _record(name: str, number: int, header: list[str], row: list[str], options: ReadOptions) -> Record:
    if len(row) != len(header):
        return failed(name, number, "corrupt", f"row {number} has {len(row)} columns and the header {len(header)}")
    return row_record(name, number, dict(zip(header, row, strict=True)), options)
