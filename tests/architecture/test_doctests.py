"""Every example in a docstring of the package is run: an example that lags behind the code is worse than none."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import cleaner

ROOT = Path(cleaner.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
    for path in ROOT.rglob("*.py")
    if path.name != "__init__.py" and ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.attempted
    assert outcome.failed == 0
