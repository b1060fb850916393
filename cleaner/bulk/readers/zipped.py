"""Members of zip and tar files, as (name, offset, stream)."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from cleaner.bulk.stream import seekable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Member(NamedTuple):
    """A file inside a container; `problem` is (code, detail) where it cannot be opened."""

    name: str
    offset: int
    stream: BinaryIO | None
    problem: tuple[str, str] = ("", "")


def zip_members(stream: BinaryIO, limit: int) -> Iterator[Member]:
    """In the order of the central directory. Raises zipfile.BadZipFile when that cannot be found.

    limit: most bytes that are copied to disk where the stream cannot be sought; TooLarge beyond.
    """
    with seekable(stream, limit) as whole, zipfile.ZipFile(whole) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield _zip_member(archive, info)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    if info.flag_bits & 1:
        return Member(info.filename, info.header_offset, None, ("encrypted", "the member is encrypted"))
    try:
        return Member(info.filename, info.header_offset, cast(BinaryIO, archive.open(info)))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        return Member(info.filename, info.header_offset, None, ("corrupt", str(error)))


def wacz_members(stream: BinaryIO, limit: int) -> Iterator[Member]:
    """The WARC files of a WACZ (https://specs.webrecorder.net/wacz/); its indexes and page lists hold no pages."""
    return (member for member in zip_members(stream, limit) if member.name.startswith("archive/"))


class _Tar(tarfile.TarFile):
    """A tar file that goes on behind a header it cannot read, and tells where that was.

    The standard library stops there without a word, or goes on without a word.
    """

    damaged_at: int | None = None


class _OneWay(io.RawIOBase):
    """A member's stream as it is: the library says that it can seek, and then fails or gives nothing."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        piece = self._stream.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


#: Headers whose data the library reads as a whole: names and attributes of the member behind them.
_WORDY = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_MOST_WORDS = 1024 * 1024  # bytes
# The one behind which the library goes on where zeros are passed over; its documentation does not name it.
_InvalidHeader: type[tarfile.HeaderError] = tarfile.InvalidHeaderError  # type: ignore[attr-defined]


class _TarInfo(tarfile.TarInfo):
    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _TarInfo:
        found = super().frombuf(buf, encoding, errors)
        if found.type in _WORDY and found.size > _MOST_WORDS:
            raise _InvalidHeader("a name of more than can be held")
        return found

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> _TarInfo:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.HeaderError as error:
            # the others, which like this one the documentation does not name, are ends of the file
            if isinstance(error, _InvalidHeader) and isinstance(tarfile_, _Tar) and tarfile_.damaged_at is None:
                tarfile_.damaged_at = tarfile_.offset
            raise


def tar_members(stream: BinaryIO, limit: int) -> Iterator[Member]:
    """In stored order, read as a stream, which needs no limit. Raises tarfile.TarError where the file breaks off."""
    with _Tar.open(fileobj=stream, mode="r|", ignore_zeros=True, tarinfo=_TarInfo) as archive:
        for info in archive:
            yield from _damage(archive)
            if info.isfile():
                raw = cast(io.RawIOBase, _OneWay(cast(BinaryIO, archive.extractfile(info))))
                yield Member(info.name, info.offset_data, cast(BinaryIO, io.BufferedReader(raw)))
        yield from _damage(archive)


def _damage(archive: _Tar) -> Iterator[Member]:
    offset, archive.damaged_at = archive.damaged_at, None
    if offset is not None:
        yield Member("?", offset, None, ("corrupt", "a header that cannot be read"))
