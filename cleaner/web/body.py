"""The request body: decompressed, bounded, and read as a whole or line by line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from flask import request

from cleaner.errors import InputTooLarge
from cleaner.web.errors import MalformedBody
from cleaner.web.inflate import PIECE, inflate

# A server's read waits until it has as much as was asked for, and gunicorn never asks for less than this.
_STEP = 1024


def read_body(limit: int) -> bytes:
    """The whole body. Raises InputTooLarge when it is larger than `limit` bytes, sent or decompressed."""
    if (request.content_length or 0) > limit:
        raise InputTooLarge(f"the request body is larger than {limit} bytes")
    parts = bytearray()
    for piece in _pieces(PIECE):
        parts += piece
        if len(parts) > limit:
            raise InputTooLarge(f"the request body is larger than {limit} bytes, decompressed")
    return bytes(parts)


def read_pieces() -> Iterator[bytes]:
    """The body piece by piece, none much larger than PIECE; how much it is in all is for the reader to bound."""
    return _pieces(PIECE)


def body_file() -> BinaryIO:
    """The same as a file to read from."""
    return io.BufferedReader(_PieceReader(read_pieces()), PIECE)


def read_lines(limit: int) -> Iterator[bytes | None]:
    """The body's lines without their ends, blank ones left out; None for one longer than `limit` bytes.

    Holds one line at a time, however long the body.
    """
    return _lines(io.BufferedReader(_PieceReader(_pieces(_STEP)), PIECE), limit)


def parse_json(data: bytes, what: str = "the body") -> object:
    """The JSON value of UTF-8 text. Raises MalformedBody, which says of `what` that it cannot be read.

    Stricter than Python's reader, as I-JSON (RFC 7493) asks: no NaN, no lone surrogates.
    """
    try:
        value: object = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
        if b"\\u" in data:
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeError:
        raise MalformedBody("the JSON is not well-formed UTF-8") from None
    except (ValueError, RecursionError) as error:
        position = f" at line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise MalformedBody(f"{what} is not JSON{position}") from None
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _pieces(size: int) -> Iterator[bytes]:
    return inflate(_sent(size), request.headers.get("Content-Encoding", "").strip().lower())


def _sent(size: int) -> Iterator[bytes]:
    """The body as it comes over the wire. Raises MalformedBody when it ends before its declared length: a server
    that is told no more than "the connection was closed" takes the half for the whole."""
    source, declared, got = request.stream, request.content_length or 0, 0
    while piece := source.read(size):
        got += len(piece)
        yield piece
    if got < declared:
        raise MalformedBody(f"the body broke off after {got} of {declared} bytes")


def _lines(reader: BinaryIO, limit: int) -> Iterator[bytes | None]:
    while line := reader.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(reader)
            yield None
        elif line.strip():
            yield line.strip()


def _skip_line(reader: BinaryIO) -> None:
    while part := reader.readline(PIECE):
        if part.endswith(b"\n"):
            return


class _PieceReader(io.RawIOBase):
    """A file over pieces of bytes."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
