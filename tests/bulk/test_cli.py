"""The commands as a user gives them, with the engine itself."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.bulk.output import read_all
from cleaner.bulk.store import Store
from cleaner.cli.main import main

_SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seeds_are_cleaned_and_a_second_call_finds_it_done(tmp_path: Path) -> None:
    command = ["bulk", *map(str, sorted(_SEEDS.glob("*.txt"))), "--out", str(tmp_path / "out"), "--format", "jsonl"]
    first = CliRunner().invoke(main, command)
    assert first.exit_code == 0, first.output
    assert "2 records, one row each" in first.stdout
    rows = list(read_all(Store(str(tmp_path / "out"))))
    assert [row["status"] for row in rows] == ["cleaned", "cleaned"]
    assert all(row["rulebook"] and row["ledger"] for row in rows)
    second = CliRunner().invoke(main, command)
    assert second.exit_code == 0
    assert "finished already" in second.stderr
    assert second.stdout == first.stdout


def test_wrong_use_is_said_in_a_line(tmp_path: Path) -> None:
    found = CliRunner().invoke(main, ["bulk", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")])
    assert found.exit_code == 2
    assert "nowhere" in found.stderr


def test_ctrl_c_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cleaner.bulk.run.run", stopped)
    found = CliRunner().invoke(main, ["bulk", str(_SEEDS), "--out", str(tmp_path / "out")])
    assert found.exit_code == 130
    assert "stopped: what is done is kept, and the same command goes on" in found.stderr


def test_sigterm_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.bulk.run.run", lambda *_: signal.raise_signal(signal.SIGTERM))
    before = signal.getsignal(signal.SIGTERM)
    found = CliRunner().invoke(main, ["bulk", str(_SEEDS), "--out", str(tmp_path / "out")])
    assert found.exit_code == 143
    assert "stopped: what is done is kept, and the same command goes on" in found.stderr
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("cleaner.bulk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = CliRunner().invoke(main, ["bulk", str(_SEEDS), "--out", str(tmp_path / "out")])
    assert found.exit_code == 2
    assert "[bulk]" in found.stderr
