"""The compiled wheel can be made of the source as it is; `make compiled` builds and tests it, which takes minutes.

mypyc knows less Python than mypy: what passes the type check may still be refused by it. Here it goes through all that
is to be compiled, up to the C compiler.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_TRANSLATE = "import sys; from mypyc.build import mypycify; mypycify(sys.argv[2:], target_dir=sys.argv[1])"


def hook() -> dict[str, Any]:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    found: dict[str, Any] = wheel["hooks"]["mypyc"]
    return found


def compiled_files() -> list[str]:
    named = [ROOT / path.lstrip("/") for path in hook()["include"]]
    files = [file for path in named for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    return [str(file.relative_to(ROOT)) for file in files if file.name not in hook()["exclude"]]


def translate(arguments: list[str], target: Path, root: Path = ROOT) -> str:
    """What mypyc has against these files; empty if it takes them."""
    command = [sys.executable, "-c", _TRANSLATE, str(target), *hook()["mypy-args"], *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def test_what_is_to_be_compiled_is_there() -> None:
    assert [path for path in hook()["include"] if not (ROOT / path.lstrip("/")).exists()] == []


def test_the_engine_can_be_translated(tmp_path: Path) -> None:
    assert translate(compiled_files(), tmp_path) == ""


def test_what_cannot_be_translated_is_seen(tmp_path: Path) -> None:
    """A name whose first value is None, in a tuple: right for mypy, not for mypyc."""
    source = (
        "from collections.abc import Iterator\n\n"
        "def read(words: list[str | None]) -> Iterator[str | None]:\n"
        "    for word in words:\n"
        "        if word is None:\n"
        "            first, second = None, word\n"
        "        else:\n"
        "            first, second = word, None\n"
        "        yield first or second\n"
    )
    (tmp_path / "sample.py").write_text(source, "utf-8")
    assert "sample.py" in translate(["sample.py"], tmp_path / "build", tmp_path)
