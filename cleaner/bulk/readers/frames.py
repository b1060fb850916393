"""An uncompressed stream of WARC or ARC records, cut at its headers; damage costs one record.

WARC 1.0/1.1: https://iipc.github.io/warc-specifications/ (version line, named fields, blank line,
Content-Length bytes, two line ends). ARC 1: https://archive.org/web/researcher/ArcFileFormat.php (one
line "URL IP date type length", then that many bytes and a line end).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from cleaner.bulk.readers.members import Frame
from cleaner.bulk.stream import DAMAGE

_HEADER_BYTES = 1 << 16
_PIECE = 1 << 18
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.I | re.M)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_ARC_HEADER = re.compile(rb"[a-z][a-z0-9+.-]*:\S* \S+ \d{8,14} \S+ (?:\S+ \S+ \d+ \S+ )?(\d{1,18})\r?\n", re.I)
_NEXT = re.compile(rb"\n(?=WARC/[01]\.\d|https?://\S+ [\d.:a-f]+ \d{14} \S+ \d+\r?\n)")


def starts_record(head: bytes) -> bool:
    """True for the first bytes of a WARC or ARC record."""
    return head.lstrip(b"\r\n").startswith((b"WARC/", b"filedesc://", b"http://", b"https://", b"dns:"))


def record_length(head: bytes) -> int | None:
    """Bytes of the record that `head` begins, header included; None when the header cannot be read."""
    if head.startswith(b"WARC/"):
        end = _HEADER_END.search(head)
        found = _LENGTH.search(head, 0, end.end()) if end else None
        return end.end() + int(found[1]) if end and found else None
    header = _ARC_HEADER.match(head)
    return header.end() + int(header[1]) if header else None


class Frames:
    """Iterates over the records of a decompressed stream; `limit`: most bytes held of one record."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._held, self._offset = b"", 0
        self._damage = ""

    def __iter__(self) -> Iterator[Frame]:
        while self._at_record():
            yield self._next()

    def _fill(self, count: int) -> bool:
        """True when `count` bytes are held. A damaged compression is the end of the stream, and noted."""
        while len(self._held) < count:
            try:
                piece = self._stream.read(_PIECE)
            except DAMAGE as error:
                piece, self._damage = b"", str(error)
            if not piece:
                return False
            self._held += piece
        return True

    def _drop(self, count: int) -> None:
        self._held, self._offset = self._held[count:], self._offset + count

    def _at_record(self) -> bool:
        """Skips the line ends between records; False at the end."""
        while self._fill(1):
            blank = len(self._held) - len(self._held.lstrip(b"\r\n"))
            self._drop(blank)
            if self._held:
                return True
        return False

    def _next(self) -> Frame:
        offset = self._offset
        more = self._fill(_HEADER_BYTES)
        length = record_length(self._held[:_HEADER_BYTES])
        if length is None and not more and not _HEADER_END.search(self._held):
            return self._resync(offset, "truncated", self._damage or "the file ends inside a record's header")
        if length is None:
            return self._resync(offset, "corrupt", "a record header that cannot be read")
        if length > self._limit:
            return self._skip(offset, length)
        if not self._fill(length):
            return self._resync(offset, "truncated", self._damage or "the file ends inside a record")
        if not self._ends_well(length):
            return self._resync(offset, "corrupt", "Content-Length does not lead to the next record")
        data = self._held[:length]
        self._drop(length)
        return Frame(offset, data)

    def _ends_well(self, length: int) -> bool:
        """True when the record is followed by line ends and the next record, or by nothing."""
        self._fill(length + 64)
        rest = self._held[length : length + 64].lstrip(b"\r\n")
        return not rest or starts_record(rest) or len(rest) < 8

    def _skip(self, offset: int, length: int) -> Frame:
        left = length
        while left and self._fill(1):
            step = min(left, len(self._held))
            self._drop(step)
            left -= step
        code = "truncated" if left else "too-large"
        return Frame(offset, b"", (code, f"a record of {length} bytes; the limit is {self._limit}"))

    def _resync(self, offset: int, code: str, detail: str) -> Frame:
        """Drops what is damaged, up to the next record's header."""
        self._drop(1)
        while not (found := _NEXT.search(self._held)):
            keep = min(len(self._held), 512)
            self._drop(len(self._held) - keep)
            if not self._fill(keep + 1):
                self._drop(keep)
                return Frame(offset, b"", (code, detail))
        self._drop(found.end())
        return Frame(offset, b"", (code, detail))
