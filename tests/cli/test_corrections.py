from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cleaner import clean
from cleaner.corrections import StoredPage, open_store
from cleaner.draft import Change, Was
from cleaner.model import Role
from tests.corrections.samples import WHEN

Run = Callable[..., Result]
PAGE = (Path(__file__).parents[2] / "rules" / "example" / "one.html").read_text("utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with two kept corrections: one that a rule can fulfil, one that none can."""
    keeper = open_store(data=tmp_path)
    assert keeper is not None
    for words, role in (("Sau bốn mươi năm", Role.SUMMARY), ("Ủy ban xã", Role.PROMO)):
        entry = next(entry for entry in clean(PAGE).ledger if entry.text.startswith(words))
        change = Change(entry.id, role, True, Was(entry.role, entry.rule, entry.kept), entry.text)
        keeper.add(StoredPage(PAGE, "https://tin.mau.vn/a\x1b[2J.html"), [change], "It is the lead", "0" * 12, WHEN)
    return tmp_path


def test_list_and_show(run: Run, data: Path) -> None:
    listed = run("corrections", "list", "--data", data).stdout
    assert [line.split()[0] for line in listed.splitlines()] == ["id", "2", "1"]
    assert "body > summary" in listed
    assert "\x1b" not in listed
    shown = run("corrections", "show", 1, "--data", data).stdout
    for words in ("It is the lead", "judge.story", "summary", "Sau bốn mươi năm"):
        assert words in shown


def test_the_draft_is_a_file_and_the_rest_is_said_beside_it(run: Run, data: Path) -> None:
    done = run("corrections", "draft", 1, "--data", data)
    assert done.exit_code == 0
    assert [rule["role"] for rule in tomllib.loads(done.stdout)["rule"]] == ["summary"]
    assert "pack sites/tin.mau.vn; tried on 2 pages, 2 blocks change" in done.stderr
    assert "correction 1, block 5: body > summary: Sau bốn mươi năm" in done.stderr


def test_a_draft_with_problems_is_1(run: Run, data: Path) -> None:
    done = run("corrections", "draft", 2, "--data", data)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "problem: nothing tells" in done.stderr


def test_the_settings_of_the_service_count(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANER_STORE", f"sqlite:///{data / 'cleaner.db'}")
    assert "body > promo" in run("corrections", "list").stdout


@pytest.mark.parametrize("words", [("list",), ("show", "1"), ("draft", "1")])
def test_without_a_store_is_2(run: Run, words: tuple[str, ...]) -> None:
    done = run("corrections", *words)
    assert done.exit_code == 2
    assert "--data" in done.stderr


def test_an_unknown_id_is_2(run: Run, data: Path) -> None:
    assert run("corrections", "show", 7, "--data", data).exit_code == 2
