"""Remote pages are opened a few before their turn, and read in order all the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from cleaner.bulk.ahead import AHEAD, openers
from cleaner.bulk.readers import ReadOptions, read_files
from cleaner.errors import RunInterrupted
from tests.bulk.archives import page, pages

COUNT = 3 * AHEAD


class CountingFiles(MemoryFileSystem):
    """Each opening waits until `at_once` others are under way, as a slow network would have it."""

    protocol = "counting"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    barrier: ClassVar[threading.Barrier | None] = None
    opened: ClassVar[list[str]] = []

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("counting://", "memory://")))

    def _open(self, path: str, *args: Any, **kwargs: Any) -> Any:
        self.opened.append(path)
        if self.barrier:
            self.barrier.wait(60)
        if "away" in path:
            raise TimeoutError("no answer")
        return super()._open(path, *args, **kwargs)


@pytest.fixture
def paths() -> Iterator[list[str]]:
    fsspec.register_implementation("counting", CountingFiles, clobber=True)
    files = CountingFiles()
    for number in range(COUNT):
        files.pipe_file(f"/in/{number:02}.html", page(number))
    CountingFiles.opened.clear()  # the writing above
    yield [f"counting:///in/{number:02}.html" for number in range(COUNT)]
    CountingFiles.store.clear()
    CountingFiles.opened.clear()
    CountingFiles.barrier = None


def test_pages_come_in_order_while_others_are_opened(paths: list[str]) -> None:
    CountingFiles.barrier = threading.Barrier(AHEAD)  # lets nobody through before all are there
    assert [record.content for record in read_files(paths, ReadOptions())] == pages(COUNT)


def test_no_more_are_opened_than_may_be_held(paths: list[str]) -> None:
    for number, (path, opener) in enumerate(openers(paths), 1):
        with opener() as stream:
            assert stream.read() == page(int(path[-7:-5]))
        assert len(CountingFiles.opened) <= number + AHEAD


def test_a_file_that_is_not_there_is_its_own_row(paths: list[str]) -> None:
    records = list(read_files([paths[0], "counting:///in/nothing.html", paths[1]], ReadOptions()))
    assert [record.trouble and record.trouble.code for record in records] == [None, "unreadable", None]


def test_a_storage_that_is_away_ends_the_reading_at_its_place(paths: list[str]) -> None:
    read: list[bytes] = []
    with pytest.raises(RunInterrupted, match="away"):
        read.extend(
            record.content for record in read_files([*paths[:3], "counting:///away", *paths[3:]], ReadOptions())
        )
    assert len(CountingFiles.opened) <= AHEAD + 4


def test_local_and_remote_pages_may_stand_side_by_side(paths: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(99))
    records = read_files([paths[0], str(tmp_path / "a.html"), paths[1]], ReadOptions())
    assert [record.content for record in records] == [page(0), page(99), page(1)]
