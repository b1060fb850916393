"""Query parameters that no operation has are refused: one that is misspelt would be passed over in silence."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask, request

from cleaner.errors import OptionError
from cleaner.web.operation import Operation

_API = "/v1/"  # pages for people may be called with what a link adds
_LONGEST_NAME = 100


def demand_known_parameters(app: Flask, operations: Iterable[Operation]) -> None:
    """Adds the check to an application; it raises OptionError."""
    known = {operation.name: _names(operation) for operation in operations if operation.path.startswith(_API)}

    def check() -> None:
        names = known.get(request.endpoint or "")
        if names is not None:
            _check(names)

    app.before_request(check)


def _names(operation: Operation) -> tuple[str, ...]:
    return tuple(parameter.name for parameter in operation.parameters if parameter.where == "query")


def _check(names: tuple[str, ...]) -> None:
    for name in request.args:
        if name not in names:
            there = f"there are {', '.join(names)}" if names else "there are none here"
            raise OptionError(f"unknown parameter {name[:_LONGEST_NAME]!r}; {there}")
