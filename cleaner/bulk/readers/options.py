"""What a user may say of the inputs, and the shape all readers share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cleaner.bulk.record import Record

_CONTENT_COLUMNS = ("html", "content", "raw_html", "page", "body", "text")
_URL_COLUMNS = ("url", "link", "uri", "target_uri", "warc_target_uri")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """max_bytes: largest page read, in bytes. content, url: names of the columns (the first that a row has).

    max_nested: largest zip inside a compressed file or another archive, in bytes; it is copied to the disk.
    root: a folder that the records' sources do not name, as in "/var/spool/17/" for a file under it.
    """

    max_bytes: int = 20 * 1024 * 1024
    content: tuple[str, ...] = _CONTENT_COLUMNS
    url: tuple[str, ...] = _URL_COLUMNS
    max_nested: int = 16 * 1024 * 1024 * 1024
    root: str = ""


#: (name of the source, its stream, options) -> records in order
Reader = Callable[[str, BinaryIO, ReadOptions], Iterator[Record]]
