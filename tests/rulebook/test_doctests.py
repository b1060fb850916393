from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import cleaner.rulebook

MODULES = [module.name for module in pkgutil.iter_modules(cleaner.rulebook.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"cleaner.rulebook.{name}")).failed == 0
