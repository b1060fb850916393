"""The engine's own rulebook is kept between processes, and what is kept is never another one."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.errors import RuleSyntaxError
from cleaner.rulebook import Rulebook, load, load_rulebook
from tests.rulebook.packs import RULE


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the engine's own, with a place where its rulebook may be kept."""
    folder = tmp_path / "rules"
    _write(folder, "read more")
    monkeypatch.setattr(load, "default_folder", lambda: folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    return folder


def _write(folder: Path, line: str) -> None:
    (folder / "generic").mkdir(parents=True, exist_ok=True)
    text = "[pack]\n" + RULE.format(id="test.rule", role="promo", where=f'line = "{line}"', more="")
    (folder / "generic" / "test.toml").write_text(text, "utf-8")


def _kept(folder: Path) -> Path:
    (found,) = folder.parent.glob("kept/**/*.pickle")
    return found


def _makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_contents: object) -> Rulebook:
        raise AssertionError("made again")

    monkeypatch.setattr(load, "_made", refuse)


def test_the_second_time_nothing_is_read_or_checked_again(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_rulebook()
    _makes_none(monkeypatch)
    second = load_rulebook()
    assert (second.version, second.packs, second.rules) == (first.version, first.packs, first.rules)
    assert second.texts.lines == first.texts.lines
    assert second.match("Read more") == first.match("Read more") != ()


def test_a_rule_file_that_changed_is_read(rules: Path) -> None:
    before = load_rulebook()
    _write(rules, "see also")
    assert load_rulebook().version != before.version
    assert load_rulebook().match("See also")


def test_a_bad_rule_file_is_refused_although_a_good_one_is_kept(rules: Path) -> None:
    load_rulebook()
    (rules / "generic" / "bad.toml").write_text("[pack]\nhost = 'x'\n", "utf-8")
    with pytest.raises(RuleSyntaxError, match=r"bad\.toml"):
        load_rulebook()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b"x" + path.read_bytes()[1:]),
        lambda path: path.write_bytes(path.read_bytes()[:32] + b"\x80\x05]."),
        lambda path: path.chmod(0o666),
        lambda path: path.unlink(),
    ],
    ids=["cut", "another key", "another thing", "anyone can write it", "gone"],
)
def test_what_cannot_be_trusted_is_made_again(rules: Path, damage: Callable[[Path], object]) -> None:
    load_rulebook()
    damage(_kept(rules))
    assert load_rulebook().match("Read more")


def test_other_code_makes_its_own(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_rulebook()
    begin = _kept(rules).read_bytes()[:32]
    code = tmp_path / "code" / "rulebook"
    code.mkdir(parents=True)
    for path in (code / "more.py", code.parent / "model.py", code.parent / "text.py"):
        path.write_text("")
    monkeypatch.setattr("cleaner.rulebook.kept._CODE", code)
    load_rulebook()
    assert _kept(rules).read_bytes()[:32] != begin


def test_packs_of_the_operator_are_not_kept(rules: Path) -> None:
    load_rulebook(rules)
    assert not list(rules.parent.glob("kept/**/*"))


def test_nothing_is_kept_where_python_keeps_nothing(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    load_rulebook()
    assert not list(rules.parent.glob("kept/**/*"))


def test_a_disk_that_fills_leaves_no_half_file(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("cleaner.rulebook.kept.pickle.dumps", full)
    assert load_rulebook().match("Read more")
    assert not [path for path in rules.parent.glob("kept/**/*") if path.is_file()]


def test_a_place_that_cannot_be_written_is_no_error(rules: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, where a folder should be")
    assert load_rulebook().match("Read more")
