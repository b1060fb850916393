"""The Makefile does what its readers are told, and a failing check fails the run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Without what an outer make hands down to an inner one.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def dry_run(target: str, *variables: str) -> str:
    """The commands that make would run."""
    command = ["make", "--dry-run", "--always-make", target, *variables]
    return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("target", "commands"),
    [
        ("test", ["ruff check", "ruff format --check", "mypy", "lint-imports", "cleaner rules check", "pytest"]),
        ("run", ["venv", "pip", "cleaner clean", "cleaner explain", "cleaner serve"]),
        ("bench", ["score.py", "--with cleaner,"]),
        ("train", ["cleaner.train"]),
        ("compiled", ["HATCH_BUILD_HOOK_ENABLE_MYPYC=1", 'endswith(".so")', "pytest"]),
    ],
)
def test_target_runs_its_commands(target: str, commands: list[str]) -> None:
    planned = dry_run(target)
    assert [command for command in commands if command not in planned] == []


@pytest.mark.parametrize(("target", "variable"), [("bench", "SCORE"), ("bench", "CORPUS"), ("train", "CORPUS")])
def test_what_is_missing_is_named(target: str, variable: str, tmp_path: Path) -> None:
    score = tmp_path / "score.py"
    score.touch()
    given = {"SCORE": str(score), "CORPUS": str(tmp_path), variable: str(tmp_path / "nowhere")}
    ready = ["--assume-old=.venv/ready-bench", "--assume-old=.venv/ready-train"]
    done = subprocess.run(
        ["make", *ready, target, *(f"{name}={value}" for name, value in given.items())],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert variable in done.stderr


@pytest.mark.parametrize("status", [0, 2])
def test_ci_returns_the_status_of_make_test(status: int, tmp_path: Path) -> None:
    make = tmp_path / "make"
    make.write_text(f'#!/bin/sh\n[ "$*" = test ] || exit 9\nexit {status}\n', "utf-8")
    make.chmod(0o755)
    environ = {**ENVIRONMENT, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    assert subprocess.run([ROOT / ".ci" / "run"], cwd=tmp_path, env=environ, check=False).returncode == status
