"""Every command of docs/curl.md, in its order, against a running service."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.web.conftest import ROOT, Server

PAGE = ROOT / "docs" / "curl.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """Command lines of one fence, and the lines that the fence after it says they print."""

    commands: str
    printed: tuple[str, ...]


def steps() -> Iterator[Step]:
    fences = [(match[1], match[2]) for match in FENCE.finditer(PAGE.read_text("utf-8"))]
    for (language, text), after in zip(fences, [*fences[1:], ("", "")], strict=True):
        if language == "sh":
            yield Step(text, tuple(after[1].splitlines()) if after[0] == "text" else ())


STEPS = [*steps()]
MISSING = [program for program in ("curl", "jq", "gzip") if not shutil.which(program)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all steps: some read what those before them wrote."""
    made = tmp_path_factory.mktemp("curl")
    shutil.copytree(ROOT / "seeds", made / "seeds")
    return made


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
@pytest.mark.parametrize("step", STEPS, ids=[str(number) for number in range(len(STEPS))])
def test_command_runs(step: Step, server: Server, folder: Path) -> None:
    script = step.commands.replace("http://127.0.0.1:8000", server.url)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
    if "-w" not in script:
        assert '"type": "urn:cleaner:problem' not in done.stdout
    said = done.stdout.splitlines()
    for line in step.printed:
        assert [got for got in said if got.startswith(line.removesuffix("…"))], line


def test_they_are_all_there() -> None:
    assert len(STEPS) >= 12
    assert sum(len(step.printed) for step in STEPS) >= 4
