"""JSON Schema (2020-12) of the model's types, so that what is described is what is sent."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from cleaner.model import LATER
from cleaner.records import field_types, is_record

Schema = dict[str, Any]

_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
}


class Sparse:
    """Base of records whose fields with a default may be left out."""


class Schemas:
    """Collects the schemas of named types, each once, as they are asked for."""

    def __init__(self, root: str = "#/components/schemas/") -> None:
        self.named: dict[str, Schema] = {}
        self._root = root

    def of(self, annotation: Any) -> Schema:
        """The schema of a type annotation; records stand in `named` and are referred to."""
        if annotation in _SCALARS:
            return dict(_SCALARS[annotation])
        if is_record(annotation):
            return self._reference(annotation)
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return {"type": "string", "enum": [member.value for member in annotation]}
        return self._generic(get_origin(annotation), get_args(annotation))

    def _generic(self, origin: Any, parts: tuple[Any, ...]) -> Schema:
        if origin is Literal:
            return {"type": "string", "enum": list(parts)}
        if origin in (Union, types.UnionType):
            return _either([self.of(part) for part in parts])
        if origin is tuple:
            return {"type": "array", "items": self.of(parts[0])}
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        raise TypeError(f"no schema for {origin}{parts}")

    def _reference(self, record: type) -> Schema:
        name = record.__name__
        if name not in self.named:
            self.named[name] = {}  # holds the place, should the type refer to itself
            self.named[name] = self._record(record)
        return {"$ref": self._root + name}

    def _record(self, record: type) -> Schema:
        optional = optional_fields(record) if issubclass(record, Sparse) else later_fields(record)
        hints = field_types(record)
        schema: Schema = {
            "type": "object",
            "properties": {name: self.of(hint) for name, hint in hints.items()},
            "required": [name for name in hints if name not in optional],
            "additionalProperties": False,
        }
        return schema


def _either(schemas: list[Schema]) -> Schema:
    """One of these. Scalars are merged into one schema, whose errors say more than "none of anyOf"."""
    if all(set(schema) == {"type"} for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    if all(set(schema) in ({"type", "enum"}, {"type"}) for schema in schemas) and schemas[-1] == {"type": "null"}:
        return {"enum": [*(value for schema in schemas[:-1] for value in schema["enum"]), None]}
    return {"anyOf": schemas}


def later_fields(record: type) -> frozenset[str]:
    """Names of the fields that results of an older version do not have."""
    hints = get_type_hints(record, include_extras=True)
    return frozenset(name for name, hint in hints.items() if LATER in getattr(hint, "__metadata__", ()))


def optional_fields(record: type) -> frozenset[str]:
    """Names of the fields of a dataclass that have a default."""
    missing = dataclasses.MISSING
    return frozenset(
        item.name
        for item in dataclasses.fields(record)
        if item.default is not missing or item.default_factory is not missing
    )
