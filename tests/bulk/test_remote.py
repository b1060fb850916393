"""A remote storage that fails while it is read: the run stops and goes on later; no row is made of it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from botocore.exceptions import ClientError
from fsspec.implementations.memory import MemoryFileSystem

from cleaner.bulk.output import read_all
from cleaner.bulk.readers import ReadOptions, read_file
from cleaner.bulk.run import run
from cleaner.bulk.store import Store
from cleaner.errors import OptionError, RunInterrupted
from tests.bulk.archives import Warc, jsonl, page, pages, tar_of, zip_of
from tests.bulk.runs import digests, job, quiet
from tests.bulk.test_readers import TABLE, parquet_of


class FailingFiles(MemoryFileSystem):
    """A file system of which some files cannot be opened, or not be read."""

    protocol = "failing"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    opening: ClassVar[dict[str, Exception]] = {}
    reading: ClassVar[dict[str, Exception]] = {}

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("failing://", "memory://")))

    def _open(self, path: str, *args: Any, **kwargs: Any) -> Any:
        name = path.rpartition("/")[2]
        if name in self.opening:
            raise self.opening[name]
        stream = super()._open(path, *args, **kwargs)
        return _Broken(stream.getvalue(), self.reading[name]) if name in self.reading else stream


class _Broken(io.BytesIO):
    """Gives its first half and then fails."""

    def __init__(self, content: bytes, error: Exception) -> None:
        super().__init__(content)
        self._error, self._half = error, len(content) // 2

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() + (size or 0) > self._half:
            raise self._error
        return super().read(size)


def answer(code: str) -> PermissionError:
    """What s3fs makes of an answer of S3 that refuses."""
    error = PermissionError("refused")
    error.__cause__ = ClientError({"Error": {"Code": code}}, "GetObject")
    return error


@pytest.fixture
def files() -> Iterator[FailingFiles]:
    fsspec.register_implementation("failing", FailingFiles, clobber=True)
    yield FailingFiles()
    for held in (FailingFiles.store, FailingFiles.opening, FailingFiles.reading):
        held.clear()


AWAY = [TimeoutError("no answer"), ConnectionResetError("reset"), OSError("SlowDown"), RuntimeError("a client's own")]
KINDS = {"a.html": page(1), "a.jsonl.gz": gzip.compress(jsonl(pages(9))), "a.parquet": parquet_of(TABLE)}
KINDS |= {"a.zip": zip_of(pages(9)), "a.tar": tar_of(pages(9)), "a.warc.gz": Warc().response(1).response(2).content}


@pytest.mark.parametrize("when", ["opening", "reading"])
@pytest.mark.parametrize("error", [*AWAY, answer("ExpiredToken"), answer("RequestTimeTooSkewed")], ids=repr)
def test_a_storage_that_does_not_answer_ends_the_run(files: FailingFiles, error: Exception, when: str) -> None:
    files.pipe_file("/in/a.html", page(1))
    getattr(files, when)["a.html"] = error
    with pytest.raises(RunInterrupted, match=r"^failing://in/a\.html: "):
        list(read_file("failing://in/a.html", ReadOptions()))


@pytest.mark.parametrize("name", KINDS)
def test_no_kind_of_file_takes_it_for_damage(files: FailingFiles, name: str) -> None:
    files.pipe_file(f"/in/{name}", KINDS[name])
    assert not any(record.trouble for record in read_file(f"failing://in/{name}", ReadOptions()))
    files.reading[name] = TimeoutError("no answer")
    with pytest.raises(RunInterrupted, match="no answer"):
        list(read_file(f"failing://in/{name}", ReadOptions()))


@pytest.mark.parametrize("when", ["opening", "reading"])
@pytest.mark.parametrize(
    "error", [FileNotFoundError("gone"), PermissionError("no"), answer("InvalidObjectState")], ids=repr
)
def test_a_file_that_is_gone_or_in_cold_storage_costs_its_row(files: FailingFiles, error: Exception, when: str) -> None:
    files.pipe_file("/in/a.html", page(1))
    getattr(files, when)["a.html"] = error
    (record,) = read_file("failing://in/a.html", ReadOptions())
    assert record.trouble is not None
    assert record.trouble[:2] == ("failed", "unreadable")


def test_the_same_command_goes_on_when_the_storage_is_back(files: FailingFiles, tmp_path: Path) -> None:
    for number in range(3):
        files.pipe_file(f"/in/{number}.jsonl", jsonl([page(number)]))
    run(job(tmp_path / "whole", "failing://in"), quiet())
    files.reading["1.jsonl"] = TimeoutError("no answer")
    with pytest.raises(RunInterrupted):
        run(job(tmp_path / "out", "failing://in"), quiet())
    files.reading.clear()
    run(job(tmp_path / "out", "failing://in"), quiet())
    assert digests(tmp_path / "out") == digests(tmp_path / "whole")
    assert [row["title"] for row in read_all(Store(str(tmp_path / "out")))] == ["Title 0", "Title 1", "Title 2"]


@pytest.mark.parametrize("address", ["nothing-knows-this://a/b", "gs://bucket/in"])
def test_a_protocol_without_its_package_is_said_in_a_line(address: str, tmp_path: Path) -> None:
    """gcsfs is no dependency of this project."""
    with pytest.raises(OptionError, match="cannot be opened"):
        run(job(tmp_path / "out", address), quiet())
