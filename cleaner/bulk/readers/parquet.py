"""Parquet: a row is a record; a row group that cannot be read costs its own rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.readers.rows import row_record
from cleaner.bulk.record import Record, failed
from cleaner.bulk.stream import seekable

#: Held at a time. A cell that repeats is stored once, so that a few KB unfold to as much as the rows are held together.
_ROWS = 1


def read_parquet(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    with seekable(stream, options.max_nested) as whole:
        table = pq.ParquetFile(whole)
        start = 0
        for group in range(table.num_row_groups):
            count = table.metadata.row_group(group).num_rows
            yield from _group(name, table, group, range(start, start + count), options)
            start += count


def _group(name: str, table: pq.ParquetFile, group: int, numbers: range, options: ReadOptions) -> Iterator[Record]:
    done = 0
    try:
        for batch in table.iter_batches(_ROWS, row_groups=[group]):
            for row in batch.to_pylist():
                yield row_record(name, numbers[done], row, options)
                done += 1
    except (pa.ArrowException, OSError, ValueError) as error:
        for number in numbers[done:]:
            yield failed(name, number, "corrupt", f"row group {group}: {error}")
