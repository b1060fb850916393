from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from cleaner import errors
from cleaner.cli import main
from cleaner.cli.errors import EXIT_CODES, EXIT_CODES_HELP, exit_code
from cleaner.version import __version__
from tests.waiting import PATIENCE

Run = Callable[..., Result]


def commands(group: click.Group, *path: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        found += [(*path, name)]
        if isinstance(command, click.Group):
            found += commands(command, *path, name)
    return found


@pytest.mark.parametrize("path", [(), *commands(main)], ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, path: tuple[str, ...]) -> None:
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
    if path != ("rules",):
        assert "Example" in result.stdout


def test_exit_codes_are_documented(run: Run) -> None:
    output = run("--help").stdout
    for code in {0, 1, 130, 143, *EXIT_CODES.values()}:
        assert f"\n    {code} " in output
        assert f"\n  {code} " in EXIT_CODES_HELP


def test_every_error_has_an_exit_code_of_its_own_family() -> None:
    assert exit_code(errors.EmptyInput("x")) == exit_code(errors.InputError("x")) == 3
    assert exit_code(errors.RulebookError("x")) == 5
    assert exit_code(errors.CleanerError("x")) == 70


def test_version(run: Run) -> None:
    assert __version__ in run("--version").stdout


def test_help_does_not_wait_for_libraries_it_does_not_need() -> None:
    code = (
        "import sys\nfrom cleaner.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'flask', 'gunicorn', 'trafilatura', 'langdetect'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=PATIENCE)
    assert done.stderr.strip() == "[]"


def test_a_full_disk_is_said_in_a_line() -> None:
    seed = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-c", "from cleaner.cli import main; main()", "clean", str(seed)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (7, "cleaner: the output cannot be written: No space left on device\n")


def test_a_file_that_cannot_be_written_is_said_in_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, where a folder should be")
    (tmp_path / "page.html").write_text("<h1 class='headline'>Cầu mới</h1><p class='story'>Sáng nay, thông xe.</p>")
    result = run("rules", "new", "tin.example.vn", tmp_path / "page.html", "--out", tmp_path / "file" / "in" / "a.toml")
    assert result.exit_code == 7
    assert result.stderr == f"cleaner: {tmp_path / 'file' / 'in'}: Not a directory\n"


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "the system refused: Too many open files"),
        (ConnectionError("the peer is gone"), "the system refused: the peer is gone"),
    ],
)
def test_what_the_system_refuses_is_said_in_a_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, refused: OSError, said: str
) -> None:
    def refuse(*_: object) -> None:
        raise refused

    monkeypatch.setattr(main.commands["clean"], "invoke", refuse)
    result = run("clean", "-", input=b"Tin")
    assert (result.exit_code, result.stderr) == (7, f"cleaner: {said}\n")


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("clean", "--memory", "-3", "-"), "'--memory': -3 is less than 0"),
        (("explain", "--timeout", "soon", "-"), "'--timeout' / '--seconds': 'soon' is not a number"),
        (("serve", "--port", "70000"), "'--port': 70000 is more than 65535"),
        (("worker", "--worker-jobs", "0"), "'--worker-jobs': 0 is less than 1"),
        (("clean", "--encoding", "windows-1268", "-"), "'--encoding': 'windows-1268' is no encoding that web"),
        (("corrections", "show", "9" * 20), "'ID': 99999999999999999999 is not in the range"),
        (("bulk", "--max-bytes", "x", "-"), "'--max-bytes': 'x' is not a whole number"),
    ],
)
def test_a_wrong_flag_is_named_as_it_was_written(run: Run, command: tuple[str, ...], message: str) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "CLEANER_" not in result.stderr
