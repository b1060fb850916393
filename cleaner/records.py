"""JSON values to records: the way back from `CleanResult.to_dict`."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Reader = Callable[[Any], Any]


def build(kind: type[T], value: object) -> T:
    """A dataclass or named tuple from a JSON object, with all records inside it.

    Members that the record does not have are left out, so that what a newer service writes can be
    read. Raises ValueError, TypeError or AttributeError for a value that is no such record; to say
    what is wrong with it is the work of a schema.
    """
    return cast(T, _reader(cast(Any, kind))(value))


def is_record(annotation: Any) -> bool:
    """Whether it is a dataclass or a named tuple."""
    return isinstance(annotation, type) and (dataclasses.is_dataclass(annotation) or hasattr(annotation, "_fields"))


def field_types(record: type) -> dict[str, Any]:
    """Field name -> annotation, in order of declaration."""
    return get_type_hints(record)


@cache  # one reader for each type, not results
def _reader(annotation: Any) -> _Reader:
    if is_record(annotation):
        return _record_reader(annotation)
    if annotation is datetime:
        return datetime.fromisoformat
    if isinstance(annotation, type) and (annotation is float or issubclass(annotation, Enum)):
        return annotation
    return _generic_reader(get_origin(annotation), get_args(annotation))


def _record_reader(record: Any) -> _Reader:
    members = {name: _reader(kind) for name, kind in field_types(record).items()}

    def read(value: Mapping[str, Any]) -> Any:
        return record(**{name: members[name](item) for name, item in value.items() if name in members})

    return read


def _generic_reader(origin: Any, parts: tuple[Any, ...]) -> _Reader:
    if origin in (Union, types.UnionType):
        return _union_reader(parts)
    if origin is tuple:
        item_reader = _reader(parts[0])
        return lambda value: tuple(map(item_reader, value))
    if origin is Mapping:
        member_reader = _reader(parts[1])
        return lambda value: {name: member_reader(item) for name, item in value.items()}
    return _as_it_is


def _union_reader(parts: tuple[Any, ...]) -> _Reader:
    """Unions here are of scalars, which stay as they are, or of one type and None."""
    rest = [part for part in parts if part is not type(None)]
    if len(rest) > 1 or get_origin(rest[0]) is Literal:
        return _as_it_is
    reader = _reader(rest[0])
    return lambda value: None if value is None else reader(value)


def _as_it_is(value: Any) -> Any:
    return value
