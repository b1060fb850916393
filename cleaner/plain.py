"""Records to JSON values; `cleaner.records` is the way back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

_SCALARS = frozenset((str, int, float, bool, type(None)))


def plain(value: Any) -> Any:
    """The JSON form of a record of the model or of an edge: objects, lists, ISO 8601 dates and scalars."""
    if type(value) in _SCALARS:
        return value
    if isinstance(value, tuple):
        names: tuple[str, ...] | None = getattr(value, "_fields", None)
        items = [item if type(item) in _SCALARS else plain(item) for item in value]
        return items if names is None else dict(zip(names, items, strict=True))
    if isinstance(value, str):  # an enumeration's
        return str(value)
    if isinstance(value, date):  # of which datetime is one
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    slots = getattr(value, "__dataclass_fields__", None)
    if slots is not None:
        return {name: plain(getattr(value, name)) for name in slots}
    return value
