"""A file that is one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.record import Record, failed, record_id
from cleaner.bulk.stream import read_limited


def read_page(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    content = read_limited(stream, options.max_bytes)
    if content is None:
        yield failed(name, 0, "too-large", f"more than {options.max_bytes} bytes")
    else:
        yield Record(record_id(name, 0), name, 0, content)
