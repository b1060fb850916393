from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import TEXT

Run = Callable[..., Result]

GOOD = """
[pack]
[[rule]]
id = "test.more"
role = "related_label"
why = "A line that offers more."
where = { line = "read more" }
hits = ["Read more"]
misses = ["Read more about it in the paper, he said."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules" / "generic").mkdir(parents=True)
    return tmp_path / "rules"


def write(folder: Path, text: str) -> None:
    (folder / "generic" / "test.toml").write_text(text, encoding="utf-8")


def test_a_sound_rulebook_is_0(run: Run, folder: Path) -> None:
    write(folder, GOOD)
    result = run("rules", "check", "--rules", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 rules" in result.stdout
    assert "all is well" in result.stdout


def test_a_rule_that_misses_its_hit_is_1_and_named(run: Run, folder: Path) -> None:
    write(folder, GOOD.replace('hits = ["Read more"]', 'hits = ["See more"]'))
    result = run("rules", "check", "--rules", folder)
    assert result.exit_code == 1
    assert "test.more" in result.stderr
    assert "See more" in result.stderr


def test_a_rule_that_cannot_be_read_is_5_with_file_rule_and_field(run: Run, folder: Path) -> None:
    write(folder, GOOD.replace("role = ", "colour = 1\nrole = "))
    result = run("rules", "check", "--rules", folder)
    assert result.exit_code == 5
    for part in ("generic/test.toml", "test.more", "colour"):
        assert part in result.stderr


def test_dead_rules_are_listed_and_no_fault(run: Run, folder: Path, tmp_path: Path) -> None:
    write(folder, GOOD)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(TEXT, encoding="utf-8")
    (pages / "b.pdf").write_bytes(b"%PDF-1.7\n")
    result = run("rules", "check", "--rules", folder, "--pages", pages)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "dead: test.more")
    (pages / "c.txt").write_text(TEXT + "\nRead more\n", encoding="utf-8")
    result = run("rules", "check", "--rules", folder, "--pages", pages)
    assert "dead: " not in result.stdout


def test_a_page_beyond_its_bounds_is_named_and_the_others_count(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, GOOD)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(TEXT + "\nRead more\n", encoding="utf-8")
    (pages / "b.html").write_bytes(b"<html><body>" + b"<p>Read more</p>" * 1_000_000)
    monkeypatch.setenv("CLEANER_PAGE_MEMORY_MB", "400")
    monkeypatch.setenv("CLEANER_MAX_PAGE_BYTES", "50000000")
    result = run("rules", "check", "--rules", folder, "--pages", pages)
    assert result.exit_code == 0
    assert "dead: " not in result.stdout
    assert "b.html: not counted: the page needs more memory" in result.stderr
