"""Small functions, modules that fit a reading: the house's own measure, taken over all of `cleaner`."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).parents[2] / "cleaner"
MODULES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its signature and docstring."""
    statements = function.body[1:] if ast.get_docstring(function) else function.body
    return statements[-1].end_lineno - statements[0].lineno + 1 if statements else 1  # type: ignore[operator]


def functions() -> dict[str, int]:
    return {
        f"{name}:{node.name}": body_lines(node)
        for name, source in MODULES.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_most_functions_are_small() -> None:
    sizes = sorted(functions().values())
    assert median(sizes) <= 7
    assert sizes[len(sizes) * 9 // 10] < 25


def test_no_function_is_a_program() -> None:
    assert {name: size for name, size in functions().items() if size > 50} == {}


def test_modules_fit_a_reading() -> None:
    lengths = {name: source.count("\n") for name, source in MODULES.items() if source.count("\n") > 3}
    assert median(lengths.values()) <= 150
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_every_module_says_what_it_is() -> None:
    assert [name for name, source in MODULES.items() if not ast.get_docstring(ast.parse(source))] == []
