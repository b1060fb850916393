"""What a reader hands on: one record, readable or not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

#: What became of a record; every input record ends in exactly one of these.
Status = Literal["cleaned", "not_article", "failed", "skipped", "timed_out"]
STATUSES: tuple[Status, ...] = ("cleaned", "not_article", "failed", "skipped", "timed_out")

_NO_META: Mapping[str, str] = MappingProxyType({})


class Trouble(NamedTuple):
    """Why a record has no article.

    code: a stable key: a `CleanerError.code`, or one of "truncated", "corrupt", "too-large", "encrypted",
        "no-content", "unreadable", "nested-too-deep", "media", "http-status", "revisit", "not-a-page",
        "out-of-memory", "process-died", "time", "defect".
    detail: for a person; it may quote the input.
    """

    status: Status
    code: str
    detail: str


class Record(NamedTuple):
    """One page of an input, or the place where one could not be read.

    id: the record's own name (WARC-Record-ID, a column "id") or "<source>#<offset>".
    source: the file, with "!" before each member of a container inside it.
    offset: where it starts: bytes for WARC and ARC (of the stored file where each record is compressed
        by itself, else of the decompressed stream), JSONL (decompressed), zip (local header) and tar
        (data); the row number for CSV and Parquet; 0 for a page that is a file.
    content: the page's bytes, decoded from any transfer or content coding; empty when there is trouble.
    meta: what else the archive says of it (date, digest, http status, ...).
    """

    id: str
    source: str
    offset: int
    content: bytes = b""
    url: str | None = None
    content_type: str | None = None
    meta: Mapping[str, str] = _NO_META
    trouble: Trouble | None = None


def as_text(name: str) -> str:
    r"""The name of a file as text, since file systems and tapes keep names that are no UTF-8.

    >>> as_text("b\udce0i.html")
    'b\\xe0i.html'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def record_id(source: str, offset: int) -> str:
    return f"{source}#{offset}"


def failed(source: str, offset: int, code: str, detail: str) -> Record:
    """The row of a record that could not be read."""
    return Record(record_id(source, offset), source, offset, trouble=Trouble("failed", code, detail))
