"""Addresses that fsspec reaches, and what is said where they do not answer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import fsspec

from cleaner.errors import OptionError, RunInterrupted

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: What S3 says of whoever asks, and not of the file: nothing else can be read either.
#: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
_OF_THE_ASKER = {"ExpiredToken", "InvalidAccessKeyId", "RequestTimeTooSkewed", "SignatureDoesNotMatch"}


def is_remote(path: str) -> bool:
    return "://" in path


def file_system(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it; nothing is asked of it yet.

    Raises OptionError for a protocol that fsspec does not know or whose package is not installed.
    """
    try:
        return cast("tuple[Any, str]", fsspec.core.url_to_fs(address))
    except (ImportError, ValueError) as error:
        raise OptionError(f"{address} cannot be opened: {error}") from None


@contextmanager
def reaching(address: str) -> Iterator[None]:
    """Raises RunInterrupted for whatever a remote file system raises; each has errors of its own."""
    try:
        yield
    except Exception as error:
        raise _interrupted(address, error) from error


def remote_size(address: str) -> int | None:
    """Bytes of a remote file, or None where its storage does not tell; never raises for what a storage says."""
    files, name = file_system(address)
    try:
        return cast("int | None", files.size(name))
    except Exception:  # only a progress display asks, and reading the file will say what is wrong with it
        return None


def open_remote(path: str) -> io.BufferedReader:
    """A stream of a remote file.

    Raises FileNotFoundError and PermissionError for a file that is gone, archived or closed to us, which says
    something of that file; RunInterrupted for anything else, here and in reading: a network that is away for a
    minute must not become rows that say "corrupt".
    """
    files, name = file_system(path)
    with _of_this_file(path):
        stream = files.open(name, "rb")
    return io.BufferedReader(_Remote(path, stream), 1 << 18)


class _Remote(io.RawIOBase):
    """A remote file whose reading fails as `open_remote` says."""

    def __init__(self, path: str, stream: BinaryIO) -> None:
        self._path, self._stream = path, stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        with _of_this_file(self._path):
            piece = self._stream.read(len(view))
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        super().close()


@contextmanager
def _of_this_file(path: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if isinstance(error, FileNotFoundError | PermissionError) and _code(error.__cause__) not in _OF_THE_ASKER:
            raise
        raise _interrupted(path, error) from error


def _interrupted(address: str, error: Exception) -> RunInterrupted:
    return RunInterrupted(f"{address}: {str(error) or type(error).__name__}")


def _code(error: BaseException | None) -> str | None:
    """The code of an answer of S3, which s3fs keeps as the cause of what it raises."""
    response: dict[str, dict[str, str]] = getattr(error, "response", {})
    return response.get("Error", {}).get("Code")
