from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.web.access.key import SCOPES
from cleaner.web.access.ring import KeyRing


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "keys.json"
    monkeypatch.setenv("CLEANER_KEYS", str(path))
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["keys", *words])


def test_a_key_is_printed_once_and_works(store: Path) -> None:
    made = run("add", "crawler", "--scope", "rules", "--scope", "clean", "--rate", "600/minute")
    secret = made.stdout.strip()
    key = KeyRing(store).by_secret(secret)
    assert key
    assert (key.name, key.scopes, key.rate) == ("crawler", ("clean", "rules"), "600/minute")
    listed = run("list").stdout
    assert "crawler" in listed
    assert secret not in listed


def test_a_revoked_key_is_listed_as_such(store: Path) -> None:
    secret = run("add", "cms", "--scope", "tokens", "--origin", "https://cms.example.vn").stdout.strip()
    assert run("revoke", "cms").exit_code == 0
    assert KeyRing(store).by_secret(secret) is None
    assert run("revoke", "cms").exit_code == 2


@pytest.mark.parametrize("words", [["--scope", "all"], ["--rate", "often"], ["--origin", "*"]])
def test_what_no_key_can_have_is_wrong_usage(store: Path, words: list[str]) -> None:
    assert run("add", "crawler", *words).exit_code == 2
    assert not store.exists()


def test_without_a_store_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLEANER_KEYS", raising=False)
    missing = run("list")
    assert missing.exit_code == 2
    assert "CLEANER_KEYS" in missing.output


def test_help_names_every_scope() -> None:
    told = run("add", "--help").stdout
    assert [scope for scope in SCOPES if scope not in told] == []
