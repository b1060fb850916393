"""Byte streams of inputs: local or remote, compressed or not."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from cleaner.bulk.remote import is_remote, open_remote

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = [
    "DAMAGE",
    "GZIP_MAGIC",
    "ZSTD_MAGIC",
    "TooLarge",
    "bare_name",
    "inflate",
    "open_input",
    "peek",
    "read_limited",
    "seekable",
    "zstd",
]

GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_KINDS = (gzip.GzipFile, zstd.ZstdFile, bz2.BZ2File, lzma.LZMAFile)
_OPENERS: dict[bytes, Callable[[BinaryIO], object]] = {
    GZIP_MAGIC: lambda stream: gzip.GzipFile(fileobj=stream),
    ZSTD_MAGIC: zstd.ZstdFile,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
_SUFFIXES = (".gz", ".zst", ".bz2", ".xz")
#: What decompressors raise for damaged data.
DAMAGE = (EOFError, gzip.BadGzipFile, zlib.error, zstd.ZstdError, lzma.LZMAError)
_SPOOL_BYTES = 8 * 1024 * 1024


def open_input(path: str) -> BinaryIO:
    """A stream of a local path or of any address that fsspec reaches ("s3://..."); raises what `open_remote` does."""
    return open_remote(path) if is_remote(path) else Path(path).open("rb")


def peek(stream: BinaryIO, count: int) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still begins with them."""
    if stream.seekable():
        head = stream.read(count)
        stream.seek(0)
        return head, stream
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), max(count, io.DEFAULT_BUFFER_SIZE))
    return buffered.peek(count)[:count], cast(BinaryIO, buffered)


def inflate(stream: BinaryIO) -> BinaryIO:
    """The stream without its compression, told by its magic number; unchanged when it has none."""
    head, stream = peek(stream, 6)
    for magic, opener in _OPENERS.items():
        if head.startswith(magic):
            return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, opener(stream)), 1 << 18))
    return stream


def bare_name(name: str) -> str:
    """The name without the suffixes of compression.

    >>> bare_name("crawl/page.html.gz")
    'crawl/page.html'
    """
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


class TooLarge(ValueError):
    """More than may be held of something inside an archive."""


@contextmanager
def seekable(stream: BinaryIO, limit: int) -> Iterator[BinaryIO]:
    """The stream itself, or a copy of it on disk where it cannot be sought (a zip inside a tar.gz).

    Raises TooLarge for a copy of more than `limit` bytes.
    """
    # gzip's stream "seeks" by decompressing from the start, a zip's member as well: right, and quadratic
    if stream.seekable() and not isinstance(getattr(stream, "raw", stream), (*_KINDS, zipfile.ZipExtFile)):
        yield stream
        return
    with tempfile.SpooledTemporaryFile(_SPOOL_BYTES) as spool:
        while piece := stream.read(1 << 20):
            if spool.tell() + len(piece) > limit:
                raise TooLarge(f"an archive inside another of more than {limit} bytes")
            spool.write(piece)
        spool.seek(0)
        yield cast(BinaryIO, spool)


def read_limited(stream: BinaryIO, limit: int) -> bytes | None:
    """The rest of the stream, or None when it is longer than `limit` bytes."""
    content = stream.read(limit + 1)
    return None if len(content) > limit else content
