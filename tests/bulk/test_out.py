"""Where a run may write, and what it says where it may not."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.bulk.run import run, taken_up
from cleaner.bulk.store import Store
from cleaner.cli.main import main
from cleaner.errors import OptionError
from tests.bulk.archives import jsonl, page, pages, write_folder
from tests.bulk.runs import digests, job, quiet, run_all
from tests.bulk.stories import story


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "in", pages(3))


def bulk(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["bulk", *map(str, arguments)])


def test_an_output_that_is_the_input_or_around_it_is_refused(tmp_path: Path, inputs: Path) -> None:
    for out in (inputs, tmp_path):
        with pytest.raises(OptionError, match="where the output goes"):
            run(job(out, inputs), quiet())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]
    assert sorted(path.name for path in inputs.iterdir()) == ["day-0"]


def test_an_input_without_files_is_said(tmp_path: Path, inputs: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(OptionError, match=r"no file in '.*empty'"):
        run(job(tmp_path / "out", inputs, tmp_path / "empty"), quiet())


@pytest.mark.parametrize(("given", "out"), [("", "out"), ("in", "")])
def test_a_name_that_is_empty_is_not_the_folder_one_is_in(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch, given: str, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = bulk(given, "--out", out)
    assert found.exit_code == 2
    assert "has no name" in found.stderr
    assert list(tmp_path.iterdir()) == [inputs]


@pytest.mark.parametrize("out", ["file", "file/inside"])
def test_an_output_that_is_a_file_is_refused(tmp_path: Path, inputs: Path, out: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OptionError, match="is no folder"):
        run(job(tmp_path / out, inputs), quiet())


def test_a_second_run_into_the_same_folder_is_refused_while_the_first_is_at_work(tmp_path: Path, inputs: Path) -> None:
    out = tmp_path / "out"
    with taken_up(job(out, inputs)), pytest.raises(OptionError, match="another run is writing"):
        run(job(out, inputs), quiet())
    run(job(out, inputs), quiet())
    assert (out / "manifest.json").exists()


def test_a_difference_is_said_with_both_values(tmp_path: Path, inputs: Path) -> None:
    run_all(tmp_path / "out", inputs)
    with pytest.raises(OptionError, match=r"\(format: parquet there, jsonl now\).*--restart"):
        run(job(tmp_path / "out", inputs, output="jsonl"), quiet())
    write_folder(tmp_path / "in", pages(4))
    with pytest.raises(OptionError, match=r"\(inputs: 3 there, 4 now, other names or sizes of inputs\)"):
        run(job(tmp_path / "out", inputs), quiet())


@pytest.mark.parametrize("restart", [False, True])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, inputs: Path, restart: bool) -> None:
    theirs = tmp_path / "home" / "articles" / "mine.html"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(page(1))
    with pytest.raises(OptionError, match="'articles' of no run"):
        run(job(tmp_path / "home", inputs, restart=restart), quiet())
    assert list(digests(tmp_path / "home")) == ["articles/mine.html"]


def test_a_restart_leaves_nothing_of_the_earlier_run(tmp_path: Path) -> None:
    rows = [f"Title {n}\n{story(n)}\nRepeated line" for n in range(6)]
    (tmp_path / "a.jsonl").write_bytes(jsonl(row.encode() for row in rows))
    run_all(tmp_path / "out", tmp_path / "a.jsonl")
    assert "proposals/example.org.toml" in digests(tmp_path / "out")
    (tmp_path / "a.jsonl").write_bytes(jsonl(pages(2)))
    (tmp_path / "out" / "notes.txt").write_text("mine")
    run_all(tmp_path / "out", tmp_path / "a.jsonl", restart=True)
    run_all(tmp_path / "new", tmp_path / "a.jsonl")
    assert digests(tmp_path / "out").keys() == digests(tmp_path / "new").keys() | {"notes.txt"}


@pytest.mark.parametrize("removals", range(6))
def test_a_restart_that_is_killed_leaves_no_mixture(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch, removals: int
) -> None:
    """Killed after so many removals; then the new command, without --restart, refuses and the old one goes on."""
    (inputs / "a.jsonl").write_bytes(jsonl(pages(3)))
    run_all(tmp_path / "out", inputs, across=False)
    before = digests(tmp_path / "out")
    remove, left = Store.remove, iter(range(removals))

    def killed(store: Store, name: str) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        remove(store, name)

    monkeypatch.setattr(Store, "remove", killed)
    with pytest.raises(KeyboardInterrupt):
        run(job(tmp_path / "out", inputs, restart=True, identity={"rulebook": "new"}), quiet())
    monkeypatch.undo()
    with pytest.raises(OptionError, match="rulebook"):
        run(job(tmp_path / "out", inputs, identity={"rulebook": "new"}), quiet())
    run_all(tmp_path / "out", inputs, across=False)
    assert digests(tmp_path / "out") == before


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of 200 KiB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount(folder, "size=200k", "-t", "tmpfs", "tmpfs")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mount(folder: Path, options: str, *what: str) -> None:
    if subprocess.run(["mount", "-o", options, *what, str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("a small file system cannot be mounted here")


def test_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(tmp_path: Path, tiny: Path) -> None:
    contents = [page(n) + story(n).encode() for n in range(300)]
    inputs = write_folder(tmp_path / "in", contents)
    found = bulk(inputs, "--out", tiny / "out", "--workers", 1, "--no-across")
    assert found.exit_code == 7
    assert "No space left on device: '" in found.stderr
    assert "the same command goes on" in found.stderr
    assert "manifest.json" not in digests(tiny / "out")
    assert not list((tiny / "out").rglob("*.writing"))
    mount(tiny, "remount,size=8m")
    again = bulk(inputs, "--out", tiny / "out", "--workers", 1, "--no-across")
    assert again.exit_code == 0, again.stderr
    assert json.loads((tiny / "out" / "manifest.json").read_text())["run"]["inputs"] == 300


def test_a_disk_that_is_read_only_is_said(tiny: Path, inputs: Path) -> None:
    mount(tiny, "remount,ro")
    found = bulk(inputs, "--out", tiny / "out", "--workers", 1)
    assert found.exit_code == 7
    assert "Read-only file system: '" in found.stderr
