"""Errors that come out of another process are the same errors."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from cleaner.errors import RuleSyntaxError
from tests.rulebook.packs import books


def test_a_rule_that_cannot_be_used_is_told_across_processes() -> None:
    error = RuleSyntaxError("sites/a.toml", "a.rule", None, "is wrong")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_a_file_that_is_nested_without_end_is_no_rule_file(tmp_path: Path) -> None:
    with pytest.raises(RuleSyntaxError, match="not TOML"):
        books(tmp_path, {"generic/a.toml": "a = " + "[" * 100_000})
