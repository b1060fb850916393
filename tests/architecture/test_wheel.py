"""The wheel carries all that the engine needs: installed elsewhere, it cleans a page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import json, sys
import cleaner
from cleaner.cli import main
from cleaner.rulebook.load import default_folder
from cleaner.settings import Settings
from cleaner.web import create_app
result = cleaner.clean(open(sys.argv[1], "rb").read())
home = create_app(Settings.load({"CLEANER_PAGE_WORKERS": "0"})).test_client().get("/")
print(json.dumps({
    "file": cleaner.__file__,
    "rules": str(default_folder()),
    "rulebook": result.report.rulebook,
    "title": result.article.title,
    "home": home.status_code,
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with what is installed: no network, no build environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(folder),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pure wheel is installed by unpacking it; the dependencies come from the test environment."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def test_cleans_a_page_from_another_folder(installed: Path, tmp_path: Path) -> None:
    seed = next((ROOT / "seeds").glob("000_*.txt"))
    environ = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", SCRIPT, str(seed)]
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    assert Path(said["file"]).is_relative_to(installed)
    assert Path(said["rules"]).is_relative_to(installed)
    assert said["title"] == seed.read_text("utf-8").split("\n")[0]
    assert said["home"] == 200


def test_holds_every_rule_and_data_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    rules = {
        f"cleaner/_rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.toml")
    }
    data = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cleaner").rglob("*")
        if path.is_file()
        and path.suffix not in (".py", ".pyc")
        and not any(part.startswith(".") for part in path.parts)
    }
    assert rules
    assert rules | data <= inside


def test_holds_no_tests_and_no_seeds(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.startswith("cleaner")} == set()
