"""Errors: where they are declared, and that they come out of another process as they went in."""

from __future__ import annotations

import ast
import inspect
import pickle
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import cleaner
from cleaner.errors import CleanerError, RuleSyntaxError
from tests.rulebook.packs import books

PACKAGE = Path(cleaner.__file__).parent
MODULES = sorted(PACKAGE.rglob("errors.py"))
#: A line of a tree: the class stands under the nearest one above it that is further left.
BRANCH = re.compile(r"^(?P<left>[│ ]*[├└]── |)(?P<name>[A-Z]\w+)(?: {2}|$)")


def errors_of(path: Path) -> ModuleType:
    return import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))


def declared(module: ModuleType) -> list[type[CleanerError]]:
    classes = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, CleanerError)]
    return [kind for kind in classes if kind.__module__ == module.__name__]


def drawn(module: ModuleType) -> dict[str, str]:
    """The classes of the tree in a module's description, with what each stands under."""
    above: dict[int, str] = {}
    found: dict[str, str] = {}
    for line in inspect.cleandoc(module.__doc__ or "").splitlines():
        if branch := BRANCH.match(line):
            left = len(branch["left"])
            above = {at: name for at, name in above.items() if at < left}
            found[branch["name"]] = above[max(above)] if above else ""
            above[left] = branch["name"]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.parent.name)
def test_the_tree_shows_every_error_of_its_module(path: Path) -> None:
    module = errors_of(path)
    tree = drawn(module)
    for name, above in tree.items():
        assert not above or getattr(module, name).__bases__ == (getattr(module, above),)
    assert {kind.__name__ for kind in declared(module)} <= tree.keys()


def test_every_error_is_declared_where_it_is_looked_for() -> None:
    known = {kind.__name__ for path in MODULES for kind in declared(errors_of(path))}
    others = [path for path in PACKAGE.rglob("*.py") if path not in MODULES]
    classes = [
        node for path in others for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)
    ]
    assert [node.name for node in classes if known & {ast.unparse(base) for base in node.bases}] == []


def test_each_code_stands_for_one_error() -> None:
    codes = [kind.code for path in MODULES for kind in declared(errors_of(path)) if "code" in vars(kind)]
    assert len(codes) == len(set(codes)) > 40


def test_a_rule_that_cannot_be_used_is_told_across_processes() -> None:
    error = RuleSyntaxError("sites/a.toml", "a.rule", None, "is wrong")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_a_file_that_is_nested_without_end_is_no_rule_file(tmp_path: Path) -> None:
    with pytest.raises(RuleSyntaxError, match="not TOML"):
        books(tmp_path, {"generic/a.toml": "a = " + "[" * 100_000})
