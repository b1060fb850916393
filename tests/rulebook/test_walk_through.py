"""The walk-through of rules/README.md, step by step: its commands run, print what it says, and do what it promises."""

from __future__ import annotations

import re
import shlex
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from cleaner import CleanResult, clean, load_rulebook
from cleaner.cli import main

ROOT = Path(__file__).parents[2]
WALK = (ROOT / "rules" / "README.md").read_text("utf-8").split("## Add an outlet")[1].split("\n## ")[0]
FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
PACK = "rules/sites/tin.example.vn.toml"


class Step(NamedTuple):
    language: str
    text: str


STEPS = [Step(match[1], textwrap.dedent(match[2])) for match in FENCE.finditer(WALK)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("walk")
    shutil.copytree(ROOT / "rules", made / "rules")
    return made


def squeezed(line: str) -> str:
    return " ".join(line.split())


def printed_by(command: str) -> str:
    words = shlex.split(command)
    if words[0] == "cat":
        return Path(words[1]).read_text("utf-8")
    assert words[0] == "cleaner"
    done = CliRunner().invoke(main, words[1:])
    assert done.exit_code == 0, done.output
    return done.stdout


def missing(told: str, printed: str) -> Iterator[str]:
    """Lines that the README shows and the command does not print, in order; "…" at an end stands for the rest."""
    rest = iter([squeezed(line) for line in printed.splitlines()])
    for line in told.splitlines():
        wanted = squeezed(line.removesuffix("…"))
        if not any(got.startswith(wanted) if line.endswith("…") else got == wanted for got in rest):
            yield line


def test_every_step_does_what_it_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.delenv("CLEANER_RULES", raising=False)
    before, printed, shown = result("one").article, "", 0
    for step in STEPS:
        if step.language == "sh":
            printed = printed_by(step.text.strip())
        elif step.language == "toml":
            Path(PACK).write_text(f"{Path(PACK).read_text('utf-8')}\n{step.text}", "utf-8")
        else:
            shown += 1
            assert list(missing(step.text, printed)) == []
    after = result("one").article
    assert shown == 5
    assert (before.summary, before.tags) == (None, ())
    assert after.summary is not None
    assert after.summary.startswith("Sau bốn mươi năm đưa khách")
    assert after.tags == ("bến đò", "cầu mới")
    assert after.section == "Thời sự"
    assert after.related[0].title == "Chợ nổi dời về bến mới từ tháng chín"
    assert result("one", "https://other.example.vn/").article.summary is None


def result(name: str, url: str = "https://tin.example.vn/a.html") -> CleanResult:
    page = Path(f"rules/example/{name}.html").read_bytes()
    return clean(page, url, rulebook=load_rulebook(Path("rules")))
