"""The examples of docs/client.md run, one after the other, against a running service."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner import client
from cleaner.client import errors
from tests.web.conftest import ROOT

TEXT = (ROOT / "docs" / "client.md").read_text("utf-8")


@pytest.mark.usefixtures("worker")
def test_examples_run(
    service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names of one example are there in the next, as for a reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(client.Client.__init__, "__defaults__", (service, None))
    names: dict[str, object] = {}
    examples = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    for example in examples:
        exec(example.replace("http://127.0.0.1:8000", service), names)
    said = capsys.readouterr().out
    assert len(examples) == 5
    assert said.count("Cầu mới qua sông") == 104
    assert re.search(r"^finished 3 0:\d\d:\d\d", said, re.MULTILINE)
    assert re.search(r"^p0 skipped [\w-]+\np1 cleaned Cầu", said, re.MULTILINE)
    assert "2 422 There is nothing to clean" in said
    assert "empty-input the page is empty" in said


def test_every_error_is_in_the_table() -> None:
    table = TEXT.split("| error |")[1].split("\n\n")[0]
    kinds = [getattr(client, name) for name in client.__all__]
    raised = {kind.__name__ for kind in kinds if issubclass(kind, errors.ClientError)}
    bases = {"ClientError", "ServiceRefused"}
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == raised - bases


def test_every_setting_of_the_pipeline_is_in_the_table() -> None:
    source = (ROOT / "cleaner" / "client" / "scrapy.py").read_text("utf-8")
    assert set(re.findall(r"CLEANER_[A-Z]+", source)) == set(re.findall(r"^\| `(CLEANER_[A-Z]+)`", TEXT, re.MULTILINE))
