"""JSON values to the model's types: the way back from `CleanResult.to_dict`."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import jsonschema_rs

from cleaner.web.problem import Fault, InvalidBody
from cleaner.web.schema import Schemas, field_types, is_record

T = TypeVar("T")
_MOST_FAULTS = 20
_LONGEST_NAME = 100


def load(kind: type[T], value: object) -> T:
    """The value as a `kind`, a record of the model or a request.

    Raises InvalidBody with a JSON Pointer to each thing that is not as its schema says.
    """
    check(kind, value)
    return build(kind, value)


def build(kind: type[T], value: object) -> T:
    """The same for a value that is known to be right, such as what the engine itself wrote."""
    return cast(T, _build(kind, value))


def load_list(kind: type[T], value: object) -> tuple[T, ...]:
    """The value as a list of records; as `load`."""
    check(tuple[kind, ...], value)  # type: ignore[valid-type]
    return tuple(cast(T, _build(kind, item)) for item in cast(list[object], value))


def check(kind: Any, value: object) -> None:
    """Raises InvalidBody when the value does not match the schema of the annotation."""
    validator = _validator(kind)
    if validator.is_valid(value):
        return
    faults = (fault for error in validator.iter_errors(value) for fault in _faults(error))
    raise InvalidBody("the body is not as its schema says", islice(faults, _MOST_FAULTS))


def _faults(error: jsonschema_rs.ValidationError) -> Iterator[Fault]:
    """Members that are missing or too many are pointed at themselves, not at their parent."""
    path, kind = [*error.instance_path], error.kind
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        yield Fault(pointer([*path, kind.property]), "is required")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        for name in kind.unexpected:
            yield Fault(pointer([*path, name[:_LONGEST_NAME]]), "is not known")
    else:
        yield Fault(pointer(path), error.message)


def pointer(path: list[str | int]) -> str:
    """JSON Pointer as a URI fragment (RFC 6901, sections 3 and 6).

    >>> pointer(["a/b", 0])
    '#/a~1b/0'
    """
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


@cache  # one for each type of the API: compiled schemas, not results
def _validator(kind: Any) -> jsonschema_rs.Validator:
    schemas = Schemas("#/$defs/")
    schema = schemas.of(kind)
    # Masked: the offending value may be a whole page, which belongs neither in an answer nor in a log.
    return jsonschema_rs.validator_for({**schema, "$defs": schemas.named}, mask="the value", validate_formats=True)


def _build(annotation: Any, value: Any) -> Any:
    if is_record(annotation):
        hints = field_types(annotation)
        return annotation(**{name: _build(hints[name], item) for name, item in value.items()})
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation(value)
    if annotation is datetime:
        return datetime.fromisoformat(value)
    if annotation is float:
        return float(value)
    return _generic(get_origin(annotation), get_args(annotation), value)


def _generic(origin: Any, parts: tuple[Any, ...], value: Any) -> Any:
    if origin in (Union, types.UnionType):
        return None if value is None else _build(_member(parts, value), value)
    if origin is tuple:
        return tuple(_build(parts[0], item) for item in value)
    if origin is Mapping:
        return {name: _build(parts[1], item) for name, item in value.items()}
    return value


def _member(parts: tuple[Any, ...], value: Any) -> Any:
    """The member of a union that a value belongs to; unions here are of scalars, or of one type and None."""
    rest = [part for part in parts if part is not type(None)]
    return next((part for part in rest if isinstance(part, type) and type(value) is part), rest[0])
