"""Documents that cannot lag: their commands run, their examples are true, what they name exists."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from werkzeug.routing import MapAdapter

from cleaner.model import Article
from cleaner.render import FORMATS
from cleaner.settings import Settings
from cleaner.web import create_app

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCUMENTS = sorted([README, *ROOT.glob("docs/*.md"), *ROOT.glob("rules/README.md"), *ROOT.glob("seeds/README.md")])
FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
#: Never end by themselves, or need what a test must not have; their --help is run instead.
HELP_ONLY = ("serve", "watch", "worker")


class Fence(NamedTuple):
    document: str
    language: str
    text: str


def fences() -> Iterator[Fence]:
    for document in DOCUMENTS:
        for match in FENCE.finditer(document.read_text("utf-8")):
            yield Fence(document.relative_to(ROOT).as_posix(), match[1], match[2])


def commands(program: str) -> list[tuple[str, str]]:
    """(document, command line) of every shell line that starts with the program."""
    shell = (fence for fence in fences() if fence.language in ("sh", "console", "bash"))
    lines = ((fence.document, line.strip().removeprefix("$ ")) for fence in shell for line in fence.text.splitlines())
    return sorted({(document, line) for document, line in lines if line.startswith(f"{program} ")})


def pairs() -> list[tuple[str, str]]:
    """(command, what the document says it prints) in README.md: a shell fence right before a text fence."""
    all_fences = [fence for fence in fences() if fence.document == "README.md"]
    return [(a.text.strip(), b.text) for a, b in pairwise(all_fences) if a.language == "sh" and b.language == "text"]


def test_nobody_is_told_to_install_what_is_not_this_project() -> None:
    """On PyPI the name `cleaner` is another project's."""
    told = [*DOCUMENTS, *ROOT.glob("cleaner/**/*.py"), *ROOT.glob("deploy/*"), *ROOT.glob("plugins/**/*.md")]
    named = re.compile(r"pip install (?:-U |--upgrade )?['\"]?cleaner\b|['\"`]cleaner\[")
    assert [path.name for path in told if path.is_file() and named.search(path.read_text("utf-8"))] == []


def test_no_command_sends_more_than_its_json() -> None:
    """curl adds what follows `-d` to the data of `--json`, behind an "&"."""
    asking = [line for fence in fences() for line in fence.text.splitlines() if "--json" in line]
    assert len(asking) > 3
    assert [line for line in asking if re.search(r" (?:-d|--data\S*) ", line)] == []


@pytest.fixture(scope="module")
def shell_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """PATH with a `cleaner` that is this very checkout."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "cleaner"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from cleaner.cli import main; main()" "$@"\n', "utf-8")
    program.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "120", "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands read, where they may also write."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("seeds", "rules"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def run(shell_environment: dict[str, str], checkout: Path) -> Callable[[str], str]:
    """What a command prints; one that stands in several places is run once."""

    @cache
    def printed(command: str) -> str:
        words = ["bash", "-c", command]
        done = subprocess.run(words, cwd=checkout, env=shell_environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    return printed


@pytest.fixture(scope="module")
def routes() -> MapAdapter:
    """What the service answers to."""
    return create_app(Settings.load({"CLEANER_PAGE_WORKERS": "0"})).url_map.bind("127.0.0.1")


@pytest.mark.parametrize(("document", "command"), commands("cleaner"))
def test_command_runs(document: str, command: str, run: Callable[[str], str]) -> None:
    words = shlex.split(command)
    if words[1] in HELP_ONLY:
        command = f"cleaner {words[1]} --help"
    assert run(command)


@pytest.mark.parametrize(("command", "printed"), pairs())
def test_readme_prints_what_the_command_prints(command: str, printed: str, run: Callable[[str], str]) -> None:
    """Line by line, in order; "…" at a line's end stands for the rest of it."""
    rest = iter([squeezed(line) for line in run(command).splitlines()])
    for line in printed.splitlines():
        wanted = squeezed(line.removesuffix("…"))
        same = str.startswith if line.endswith("…") else str.__eq__
        assert any(same(got, wanted) for got in rest), f"{command}: nothing more like {line!r}"


def squeezed(line: str) -> str:
    return " ".join(line.split())


def test_readme_quotes_the_seed() -> None:
    (before,) = (fence.text for fence in fences() if fence.language == "before")
    seed = (ROOT / "seeds" / "000_eb7f2ee4175d842c.txt").read_text("utf-8")
    at = 0
    for line in before.splitlines():
        at = seed.find(line.removesuffix("…").rstrip(), at)
        assert at >= 0, line
        at += 1


def test_readme_example_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(str(README), module_relative=False)
    assert outcome.attempted >= 4
    assert outcome.failed == 0


@pytest.mark.parametrize(("document", "command"), commands("curl"))
def test_curl_asks_for_a_route_that_exists(document: str, command: str, routes: MapAdapter) -> None:
    path = re.search(r"http://127\.0\.0\.1:\d+(/[^\s'\"?]*)", command)
    assert path, command
    method = "POST" if re.search(r"\s(--data\S*|--json|-d|-F|-T)\s", command) else "GET"
    assert routes.test(path[1], method)


def test_readme_names_every_field_of_the_article() -> None:
    table = README.read_text("utf-8").split("| article field |")[1].split("\n\n")[0]
    named = {
        name for row in table.splitlines() if row.count("|") > 2 for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert named == set(Article.__dataclass_fields__)


def test_readme_names_every_format() -> None:
    listed = README.read_text("utf-8").split("Formats: ")[1].split(".")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == set(FORMATS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_points_to_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    named = set(re.findall(r"`((?:cleaner|tests|rules|docs|seeds)/[\w./-]*)`", text))
    linked = {
        str((document.parent / link).relative_to(ROOT)) for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    }
    assert {name for name in named | linked if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_section_that_a_link_names_is_there(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", document.read_text("utf-8"))
    assert {(to, name) for to, name in links if name not in anchors(document.parent / to if to else document)} == set()


def anchors(document: Path) -> set[str]:
    """The names that GitHub gives to the headings of a document."""
    text = re.sub(r"^```.*?^```", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}
