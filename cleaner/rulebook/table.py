"""One TOML table, read field by field with its types checked; what was not asked for is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TypeVar

from cleaner.errors import RuleSyntaxError

T = TypeVar("T")


class Table:
    """A TOML table with the names that its errors need: the file and the rule's id."""

    def __init__(self, values: object, file: str, rule: str | None = None, field: str | None = None) -> None:
        if not isinstance(values, Mapping):
            raise RuleSyntaxError(file, rule, field, "must be a table")
        self._values: dict[str, object] = dict(values)
        self._file, self._rule = file, rule

    def named(self) -> str:
        """The table's own id, which errors carry from here on."""
        self._rule = self.text("id")
        return self._rule

    def refuse(self, field: str | None, problem: str) -> RuleSyntaxError:
        return RuleSyntaxError(self._file, self._rule, field, problem)

    def text(self, name: str, default: str | None = None) -> str:
        """A text; required when there is no default."""
        value = self._take(name, str, "a text", default)
        if default is None and not value.strip():
            raise self.refuse(name, "must not be empty")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A text or a list of texts; () when it is not there."""
        value = self._values.pop(name, ())
        listed = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else None
        if listed is None or not all(isinstance(item, str) and item.strip() for item in listed):
            raise self.refuse(name, "must be a text or a list of texts")
        return tuple(str(item) for item in listed)

    def number(self, name: str, default: float, low: float, high: float) -> float:
        value = self._take(name, (int, float), "a number", default)
        if isinstance(value, bool) or not low <= value <= high:
            raise self.refuse(name, f"must be a number from {low} to {high}")
        return value

    def flag(self, name: str) -> bool | None:
        return self._take(name, (bool, type(None)), "true or false", None)

    def day(self, name: str) -> date | None:
        return self._take(name, (date, type(None)), "a date such as 2026-03-15", None)

    def choice(self, name: str, choices: Collection[str], default: str | None = None) -> str:
        """One of some words; required when there is no default."""
        value = self.text(name, default)
        if value not in choices and value != default:
            raise self.refuse(name, f"{value!r} is none of {', '.join(sorted(choices))}")
        return value

    def terms(self, name: str) -> dict[str, str]:
        """A table of texts by name; {} when it is not there."""
        value = self._take(name, Mapping, "a table", {})
        if not all(isinstance(term, str) for term in value.values()):
            raise self.refuse(name, "must hold texts only")
        return dict(value)

    def table(self, name: str) -> Table:
        return Table(self._values.pop(name, {}), self._file, self._rule, name)

    def tables(self, name: str) -> list[Table]:
        value = self._values.pop(name, [])
        if not isinstance(value, list):
            raise self.refuse(name, f"write [[{name}]]")
        return [Table(item, self._file, None, name) for item in value]

    def checked(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives; its ValueError becomes this field's error."""
        try:
            return make()
        except ValueError as error:
            raise self.refuse(name, str(error)) from error

    def finish(self) -> None:
        """Refuse the fields that nobody asked for."""
        for name in sorted(self._values):
            raise self.refuse(name, "unknown field")

    def _take(self, name: str, kind: type[T] | tuple[type, ...], noun: str, default: T | None) -> T:
        value = self._values.pop(name, default)
        if not isinstance(value, kind) or (value is None and kind is str):
            raise self.refuse(name, f"must be {noun}" if value is not None else "is missing")
        return value  # type: ignore[return-value]
