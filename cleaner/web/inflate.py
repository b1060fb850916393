"""Compressed request bodies, read piece by piece, so that a small body cannot unfold into memory.

Content codings of the HTTP registry: gzip, deflate (RFC 9110), br (RFC 7932), zstd (RFC 9659).
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from cleaner.web.errors import MalformedBody, UnsupportedCoding

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


PIECE = 64 * 1024
#: RFC 9659 asks a decoder of the content coding for no larger window than 8 MiB.
_ZSTD_OPTIONS = {int(zstd.DecompressionParameter.window_log_max): 23}
_ERRORS = (zlib.error, brotli.error, zstd.ZstdError, EOFError)


def inflate(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The pieces decoded, none much larger than PIECE.

    Raises UnsupportedCoding for an unknown coding, and MalformedBody (while reading) for broken or
    truncated data.
    """
    if coding in ("", "identity"):
        return iter(pieces)
    try:
        return _checked(_CODINGS[coding](pieces), coding)
    except KeyError:
        raise UnsupportedCoding(coding, CODINGS) from None


def _checked(pieces: Iterator[bytes], coding: str) -> Iterator[bytes]:
    try:
        yield from pieces
    except _ERRORS:
        raise MalformedBody(f"the body is not {coding} data, or not all of it") from None


class _Decompressor(Protocol):
    """What zlib's and zstd's decompressors have in common."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...


def _members(pieces: Iterable[bytes], make: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """One compressed member after the other, as gzip and zstd allow."""
    decoder = make()
    fresh = False
    for piece in pieces:
        while piece:
            if decoder.eof:
                decoder = make()
            yield from _drain(decoder, piece)
            piece = decoder.unused_data if decoder.eof else b""
        fresh = True
    if fresh and not decoder.eof:
        raise EOFError


def _drain(decoder: _Decompressor, piece: bytes) -> Iterator[bytes]:
    """All that one piece of input gives. zlib hands back what it did not take; zstd keeps it."""
    while out := decoder.decompress(piece, PIECE):
        yield out
        piece = getattr(decoder, "unconsumed_tail", b"")
        if decoder.eof:
            return


def _gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _members(pieces, lambda: zlib.decompressobj(16 + zlib.MAX_WBITS))


def _deflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """zlib's format as RFC 9110 says, or the bare deflate stream that some clients send instead."""
    source = iter(pieces)
    head = b""
    for piece in source:
        head += piece
        if len(head) >= 2:
            break
    is_zlib = len(head) >= 2 and head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    bits = zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
    return _members(chain([head], source), lambda: zlib.decompressobj(bits))


def _zstd(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _members(pieces, lambda: zstd.ZstdDecompressor(options=_ZSTD_OPTIONS))


def _brotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    decoder = brotli.Decompressor()
    for piece in pieces:
        yield decoder.process(piece, output_buffer_limit=PIECE)
        while not decoder.can_accept_more_data():
            yield decoder.process(b"", output_buffer_limit=PIECE)
    if not decoder.is_finished():
        raise EOFError


_CODINGS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
CODINGS = ("gzip", "deflate", "br", "zstd")
