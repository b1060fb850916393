from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.bulk.batch import Clean
from cleaner.bulk.diff import diff
from cleaner.cli.diff import diff as command
from cleaner.errors import OptionError
from cleaner.model import CleanResult, Image, Role
from tests.bulk.archives import pages, write_folder
from tests.bulk.fakes import fake_clean
from tests.bulk.runs import run_all


def newer_engine() -> Clean:
    """Takes the last line of a page for a promotion."""

    def clean(content: bytes, url: str | None, content_type: str | None) -> CleanResult:
        found = fake_clean(content, url, content_type)
        last = found.ledger[-1]._replace(role=Role.PROMO, kept=False, rule="fake.promo")
        article = replace(found.article, text=found.article.text.splitlines()[0])
        return replace(found, article=article, ledger=(*found.ledger[:-1], last))

    return clean


@pytest.fixture
def runs(tmp_path: Path) -> tuple[str, str]:
    folder = write_folder(tmp_path / "in", [*pages(4), b"", b"FRONT\nOnly line"])
    run_all(tmp_path / "old", folder)
    run_all(tmp_path / "new", folder, engine=newer_engine, output="jsonl")
    return str(tmp_path / "old"), str(tmp_path / "new")


def test_counts_and_examples_of_what_changed(runs: tuple[str, str]) -> None:
    found = diff(*runs, examples=2)
    assert (found.rows, found.changed) == (6, 5)
    assert dict(found.blocks) == {"body -> promo": 5}
    assert dict(found.rules) == {"fake.body -> fake.promo": 5}
    assert dict(found.fields) == {"text": 4}
    assert not found.statuses
    assert len(found.examples["body -> promo"]) == 2
    assert "Second paragraph." in found.examples["body -> promo"][0].old


def test_a_run_does_not_differ_from_itself(runs: tuple[str, str]) -> None:
    found = diff(runs[0], runs[0])
    assert (found.rows, found.changed, dict(found.fields)) == (6, 0, {})


def test_runs_over_other_inputs_are_not_compared(runs: tuple[str, str], tmp_path: Path) -> None:
    run_all(tmp_path / "other", write_folder(tmp_path / "in2", pages(6)))
    with pytest.raises(OptionError, match="same inputs"):
        diff(runs[0], str(tmp_path / "other"))


def illustrated_engine(caption: str = "Cổng làng.", place: int | None = 1) -> Clean:
    def clean(content: bytes, url: str | None, content_type: str | None) -> CleanResult:
        found = fake_clean(content, url, content_type)
        return replace(found, article=replace(found.article, images=(Image(None, caption, place=place),)))

    return clean


def test_a_member_that_the_older_version_did_not_write_is_no_change(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", pages(2))
    engines = {"old": illustrated_engine, "moved": _moved_engine, "renamed": _renamed_engine}
    for name, engine in engines.items():
        run_all(tmp_path / name, folder, engine=engine, output="jsonl")
    old, moved, renamed = (str(tmp_path / name) for name in engines)
    assert dict(diff(old, moved).fields) == {"images": 2}
    for shard in (tmp_path / "old").rglob("*.jsonl.gz"):
        rows = gzip.decompress(shard.read_bytes())
        shard.write_bytes(gzip.compress(rows.replace(b', "place": 1', b"")))
    assert dict(diff(old, moved).fields) == {}
    assert dict(diff(old, renamed).fields) == {"images": 2}


def _moved_engine() -> Clean:
    return illustrated_engine(place=2)


def _renamed_engine() -> Clean:
    return illustrated_engine("Giếng làng.")


def test_the_command_writes_text_and_json(runs: tuple[str, str]) -> None:
    text = CliRunner().invoke(command, list(runs))
    assert text.exit_code == 0
    assert "6 records, 5 changed" in text.output
    as_json = CliRunner().invoke(command, [*runs, "--json"])
    assert json.loads(as_json.output)["blocks"] == {"body -> promo": 5}


def test_a_folder_that_is_no_run_is_named(tmp_path: Path, runs: tuple[str, str]) -> None:
    with pytest.raises(OptionError, match=r"no output of a bulk run in '.*nowhere'"):
        diff(runs[0], str(tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()
