"""What is missing is said before the minutes of a fit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cleaner.train.__main__ import main
from cleaner.train.corpus import SETS


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in SETS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "gold.jsonl").touch()
    return tmp_path


def said(words: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(sys, "argv", ["train", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    return capsys.readouterr().err


def test_a_corpus_without_a_set(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / SETS[1] / "gold.jsonl").unlink()
    assert f"no gold.jsonl in {corpus / SETS[1]}" in said([corpus], monkeypatch, capsys)


@pytest.mark.parametrize("option", ["--out", "--also"])
def test_a_folder_that_is_not_there(
    option: str, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert str(corpus / "none") in said([corpus, option, corpus / "none"], monkeypatch, capsys)
