"""A file of compressed members (gzip) or frames (zstd), one after the other: each by itself.

WARC and ARC files compress record by record. Read as one stream, a damaged member takes all that
follows with it, mostly without a word; here it costs itself, and reading goes on at the next member.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, Protocol

from cleaner.bulk.stream import DAMAGE, GZIP_MAGIC, ZSTD_MAGIC, zstd

_PIECE = 1 << 15  # bounds what one step of decompression can give


class Frame(NamedTuple):
    """The bytes of one record, or what is wrong with it: (code, detail)."""

    offset: int
    data: bytes
    problem: tuple[str, str] = ("", "")


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


_CODECS: dict[bytes, Callable[[], _Decompressor]] = {
    GZIP_MAGIC: lambda: zlib.decompressobj(31),
    ZSTD_MAGIC: zstd.ZstdDecompressor,
}


def member_codec(head: bytes) -> bytes | None:
    """The magic number that the file begins with, if it is one of a codec with members."""
    return next((magic for magic in _CODECS if head.startswith(magic)), None)


class Members:
    """Iterates over the members of `stream`, from where it stands.

    magic: what each member begins with. starts_record: tells from the first decompressed bytes whether a
    member is one; used only to find the next one behind damage. limit: most bytes held of one member, and twice
    as many as it is stored.
    """

    def __init__(self, stream: BinaryIO, magic: bytes, starts_record: Callable[[bytes], bool], limit: int) -> None:
        self._stream, self._magic, self._limit = stream, magic, limit
        self._starts_record = starts_record
        self._ahead = b""  # read and not yet consumed; begins at _offset
        self._offset = 0

    def __iter__(self) -> Iterator[Frame]:
        while self._begins():
            offset = self._offset
            if self._ahead.startswith(self._magic):
                yield Frame(offset, *self._member())
            else:
                self._resync(self._ahead, 0)
                yield Frame(offset, b"", ("corrupt", "no compressed member here"))

    def _fill(self, count: int) -> bool:
        """Reads ahead until `count` bytes are there; False when nothing is left at all."""
        while len(self._ahead) < count and (piece := self._stream.read(_PIECE)):
            self._ahead += piece
        return bool(self._ahead)

    def _begins(self) -> bool:
        """Passes over zeros, which pad files and tapes; False when nothing follows them."""
        while self._fill(1) and self._ahead.startswith(b"\0"):
            rest = self._ahead.lstrip(b"\0")
            self._offset += len(self._ahead) - len(rest)
            self._ahead = rest
        return self._fill(len(self._magic))

    def _member(self) -> tuple[bytes, tuple[str, str]]:
        """Decompresses one member and leaves the stream behind it, or at the next one when it is damaged: that may
        have been taken for a part of it, and is looked for in its last bytes, `limit` and more."""
        codec, raw, out, size = _CODECS[self._magic](), bytearray(), bytearray(), 0
        try:
            while not codec.eof:
                if len(raw) > 2 * self._limit:
                    self._offset += len(raw) - self._limit
                    del raw[: -self._limit]
                if not self._fill(1):
                    return self._broken(raw, "truncated", "the file ends inside a compressed record")
                piece, self._ahead = self._ahead[:_PIECE], self._ahead[_PIECE:]
                raw += piece
                given = codec.decompress(piece)
                size += len(given)
                out += given if size <= self._limit else b""
        except DAMAGE as error:
            return self._broken(raw, "corrupt", str(error))
        self._ahead = codec.unused_data + self._ahead
        self._offset += len(raw) - len(codec.unused_data)
        if size > self._limit:
            return b"", ("too-large", f"more than {self._limit} bytes")
        return bytes(out), ("", "")

    def _broken(self, raw: bytearray, code: str, detail: str) -> tuple[bytes, tuple[str, str]]:
        """Looks for the next member in what is held of the broken one, and behind it."""
        found = self._resync(bytes(raw) + self._ahead, len(self._magic))
        return b"", ("corrupt" if found else code, detail)

    def _resync(self, held: bytes, start: int) -> bool:
        """Moves to the next member at or behind `start`; False at the end of the file."""
        while True:
            at = held.find(self._magic, start)
            if at >= 0 and len(held) < at + _PIECE and (piece := self._stream.read(_PIECE)):
                held += piece
            elif at >= 0 and self._opens(held[at : at + _PIECE]):
                self._ahead, self._offset = held[at:], self._offset + at
                return True
            elif at >= 0:
                start = at + 1
            elif not (piece := self._stream.read(_PIECE)):
                self._ahead, self._offset = b"", self._offset + len(held)
                return False
            else:
                keep = len(self._magic) - 1
                self._offset += len(held) - keep
                held, start = held[-keep:] + piece, 0

    def _opens(self, piece: bytes) -> bool:
        try:
            return self._starts_record(_CODECS[self._magic]().decompress(piece)[:64])
        except DAMAGE:
            return False
