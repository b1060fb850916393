"""Folders as they are found on old disks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cleaner.bulk.run import run
from cleaner.bulk.walk import walk
from cleaner.errors import OptionError
from tests.bulk.archives import page, pages, write_folder
from tests.bulk.runs import digests, job, quiet, run_all


def names(folder: Path) -> list[str]:
    return [os.path.relpath(path, folder) for path in walk(str(folder))]


def test_a_link_to_a_folder_above_it_is_not_gone_into(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "page.html").write_bytes(page(1))
    (tmp_path / "a" / "b" / "up").symlink_to("..")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "back").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "to").symlink_to(tmp_path / "other")
    assert names(tmp_path / "a") == ["b/page.html"]


def test_a_linked_folder_beside_it_is_read(tmp_path: Path) -> None:
    write_folder(tmp_path / "there", pages(1))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "there")
    assert len(names(tmp_path / "in")) == 1


def test_pipes_and_sockets_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "page.html").write_bytes(page(1))
    assert names(tmp_path) == ["page.html"]


def test_a_link_to_nothing_or_to_itself_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "lost.html").symlink_to("nowhere")
    (tmp_path / "in" / "self.html").symlink_to("self.html")
    rows = run_all(tmp_path / "out", tmp_path / "in")
    assert [(row["status"], row["error"]) for row in rows] == [("failed", "unreadable")] * 2


def test_a_folder_that_cannot_be_listed_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path / "in", pages(1))
    (folder / "closed").mkdir()
    real = os.scandir

    def scandir(path: str) -> os.ScandirIterator[str]:  # tests may run as root, whom no right stops
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    rows = run_all(tmp_path / "out", folder)
    assert sorted((row["status"], row.get("error")) for row in rows) == [("cleaned", None), ("failed", "unreadable")]


def test_names_that_are_no_utf_8_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, name in enumerate((b"b\xe0i.html", b"b\xe1i.html")):
        Path(os.fsdecode(bytes(tmp_path / "in") + b"/" + name)).write_bytes(page(number))
    rows = run_all(tmp_path / "out", tmp_path / "in")
    assert [row["status"] for row in rows] == ["cleaned"] * 2
    assert [row["source"].rpartition("/")[2] for row in rows] == ["b\\xe0i.html", "b\\xe1i.html"]
    assert "manifest.json" in digests(tmp_path / "out")


def test_an_input_of_another_size_is_another_run(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", pages(2))
    run_all(tmp_path / "out", folder)
    next(folder.rglob("*.html")).write_bytes(page(1) + b"\nOne more line")
    with pytest.raises(OptionError, match="other names or sizes of inputs"):
        run(job(tmp_path / "out", folder), quiet())
