"""The import contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
# In a process of its own: import-linter sets up logging for the process that it runs in.
COMMAND = [
    sys.executable,
    "-c",
    "from importlinter.cli import lint_imports_command; lint_imports_command()",
    "--no-cache",
]


def test_import_contracts() -> None:
    done = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_top_level_module_has_its_layer() -> None:
    """import-linter checks this as well ("exhaustive"); here the names of layers that are gone fail too."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    present = {
        path.stem for path in (ROOT / "cleaner").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert placed == present - {"__init__", "__main__"}
