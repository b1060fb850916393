from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import cleaner.draft

MODULES = [f"cleaner.draft.{found.name}" for found in pkgutil.iter_modules(cleaner.draft.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_doctests(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
