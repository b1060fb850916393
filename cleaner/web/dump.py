"""The model's types to JSON values: what `CleanResult.to_dict` does, for any record of the API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum


def dump(value: object) -> object:
    """Records to objects, tuples to arrays, dates to ISO 8601, enum members to their values."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): dump(item) for name, item in value.items()}
    if is_dataclass(value):
        return {item.name: dump(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        names: tuple[str, ...] | None = getattr(value, "_fields", None)
        return [dump(item) for item in value] if names is None else {n: dump(getattr(value, n)) for n in names}
    return value
