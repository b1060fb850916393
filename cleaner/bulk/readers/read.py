"""From a file's name and first bytes to its records, containers inside containers included."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from cleaner.bulk.ahead import Opener, openers
from cleaner.bulk.readers.csvfile import read_csv
from cleaner.bulk.readers.jsonl import read_jsonl
from cleaner.bulk.readers.options import Reader, ReadOptions
from cleaner.bulk.readers.page import read_page
from cleaner.bulk.readers.parquet import read_parquet
from cleaner.bulk.readers.warc import read_warc
from cleaner.bulk.readers.zipped import Member, tar_members, wacz_members, zip_members
from cleaner.bulk.record import Record, Trouble, as_text, failed
from cleaner.bulk.stream import (
    DAMAGE,
    GZIP_MAGIC,
    ZSTD_MAGIC,
    TooLarge,
    bare_name,
    inflate,
    open_input,
    peek,
    read_limited,
)
from cleaner.errors import RunInterrupted

_MAX_DEPTH = 3
_READERS: dict[str, Reader] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".jsonlines": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".arc": read_warc,
}
_CONTAINERS: dict[str, Callable[[BinaryIO, int], Iterator[Member]]] = {
    ".zip": zip_members,
    ".wacz": wacz_members,
    ".tar": tar_members,
    ".tgz": tar_members,
}
_MAGIC = (
    (0, b"WARC/", ".warc"),
    (0, b"filedesc://", ".arc"),
    (0, b"PAR1", ".parquet"),
    (0, b"PK\x03\x04", ".zip"),
    (257, b"ustar", ".tar"),
)
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".txt", ".text")


def is_container(path: str) -> bool:
    """True when the name says that the file holds records; a page, or an unknown file, is False.

    >>> is_container("crawl/CC-1.warc.gz"), is_container("a/b.html")
    (True, False)
    """
    return _suffix(path) in _READERS.keys() | _CONTAINERS.keys()


def read_files(paths: Iterable[str], options: ReadOptions) -> Iterator[Record]:
    """All records of all files; where a file is remote, those behind it are already being opened."""
    for path, opener in openers(paths):
        yield from read_file(path, options, opener)


def read_file(path: str, options: ReadOptions, opener: Opener | None = None) -> Iterator[Record]:
    """All records of a file; a file that cannot be opened is one record with trouble.

    Raises RunInterrupted where a remote storage does not answer, which says nothing of the file.
    """
    name = as_text(path.removeprefix(options.root))
    try:
        stream = opener() if opener else open_input(path)
    except OSError as error:
        yield failed(name, 0, "unreadable", f"{type(error).__name__}: {error}")
        return
    with stream:
        yield from _read(name, stream, options, 0)


def _read(name: str, stream: BinaryIO, options: ReadOptions, depth: int) -> Iterator[Record]:
    last: Record | None = None
    try:
        for last in _records(name, stream, options, depth):
            yield _unpacked(last, options)
    except RunInterrupted:
        raise
    except Exception as error:  # what a file holds never ends the run
        # the record in which a file breaks off has said so itself
        if last is None or last.trouble is None or last.trouble.code not in ("truncated", "corrupt"):
            yield _broken(name, last, error)


def _unpacked(record: Record, options: ReadOptions) -> Record:
    """The record with its content decompressed, where a crawler stored it as it came and said nothing."""
    if not record.content.startswith((GZIP_MAGIC, ZSTD_MAGIC)):
        return record
    try:
        content = read_limited(inflate(io.BytesIO(record.content)), options.max_bytes)
    except DAMAGE as error:
        code = "truncated" if isinstance(error, EOFError) else "corrupt"
        return record._replace(content=b"", trouble=Trouble("failed", code, str(error)))
    if content is None:
        detail = f"more than {options.max_bytes} bytes"
        return record._replace(content=b"", trouble=Trouble("failed", "too-large", detail))
    return record._replace(content=content)


def _broken(name: str, last: Record | None, error: Exception) -> Record:
    ends = isinstance(error, EOFError) or "end of data" in str(error)
    detail = f"{type(error).__name__}: {error}" + (f" (after offset {last.offset})" if last else "")
    known = isinstance(error, (*DAMAGE, zipfile.BadZipFile, tarfile.TarError, OSError, ValueError))
    refused = isinstance(error, FileNotFoundError | PermissionError)  # an object in cold storage says so when read
    code = "truncated" if ends else "corrupt" if known and not refused else "unreadable"
    return failed(name, last.offset if last else 0, "too-large" if isinstance(error, TooLarge) else code, detail)


def _records(name: str, stream: BinaryIO, options: ReadOptions, depth: int) -> Iterator[Record]:
    suffix = _suffix(name)
    if suffix in (".warc", ".arc"):
        return read_warc(name, stream, options)  # its compression is record by record
    head, stream = peek(inflate(stream), 264)
    suffix = suffix if suffix in _PAGES or suffix in _READERS or suffix in _CONTAINERS else _sniff(head)
    if suffix in _CONTAINERS:
        return _members(name, _CONTAINERS[suffix](stream, options.max_nested), options, depth + 1)
    return _READERS.get(suffix, read_page)(name, stream, options)


def _sniff(head: bytes) -> str:
    return next((suffix for at, magic, suffix in _MAGIC if head[at:].startswith(magic)), "")


def _suffix(name: str) -> str:
    base = bare_name(name).lower().rpartition("/")[2]
    return "." + base.rpartition(".")[2] if "." in base else ""


def _members(outer: str, members: Iterable[Member], options: ReadOptions, depth: int) -> Iterator[Record]:
    for member in members:
        name = f"{outer}!{as_text(member.name)}"
        if member.stream is None:
            yield failed(name, member.offset, *member.problem)
        elif depth > _MAX_DEPTH:
            yield failed(name, member.offset, "nested-too-deep", f"more than {_MAX_DEPTH} containers deep")
        else:
            yield from (_placed(record, member, name) for record in _read(name, member.stream, options, depth))


def _placed(record: Record, member: Member, name: str) -> Record:
    """A member that is one page stands at the member's own offset."""
    return record._replace(offset=member.offset) if record.source == name and record.offset == 0 else record
