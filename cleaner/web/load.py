"""JSON values of a request to records, checked against their schema first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast

import jsonschema_rs

from cleaner.answers import Fault
from cleaner.records import build
from cleaner.web.errors import InvalidBody
from cleaner.web.schema import Schemas

T = TypeVar("T")
_MOST_FAULTS = 20
_LONGEST_NAME = 100


def load(kind: type[T], value: object) -> T:
    """The value as a `kind`, a record of the model or a request.

    Raises InvalidBody with a JSON Pointer to each thing that is not as its schema says.
    """
    check(kind, value)
    return _built(kind, value)


def load_list(kind: type[T], value: object) -> tuple[T, ...]:
    """The value as a list of records; as `load`."""
    check(tuple[kind, ...], value)  # type: ignore[valid-type]
    return tuple(_built(kind, item) for item in cast(list[object], value))


def _built(kind: type[T], value: object) -> T:
    """RFC 3339 knows times that Python does not: leap seconds, the year 0, "t" and "z"."""
    try:
        return build(kind, value)
    except ValueError:
        raise InvalidBody("a date-time of the body cannot be read") from None


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
