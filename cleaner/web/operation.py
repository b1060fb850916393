"""What a resource declares of itself: enough to route it, to document it and to describe it in OpenAPI."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from flask import Flask
from flask.typing import ResponseReturnValue

Method = str
View = Callable[..., ResponseReturnValue]


class Parameter(NamedTuple):
    """A query or path parameter. `among`: its allowed values, empty for any text."""

    name: str
    about: str
    where: str = "query"
    among: tuple[str, ...] = ()
    default: str | None = None


class Content(NamedTuple):
    """One media type of a request or response body. `type`: an annotation of the model; None for raw content."""

    media_type: str
    type: Any = None
    example: object = None


class Answer(NamedTuple):
    status: int
    about: str
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `name` is Flask's endpoint and OpenAPI's operationId.

    problems: status codes that it may answer with as problem+json, besides those of every operation.
    """

    name: str
    method: Method
    path: str
    summary: str
    view: View
    answers: tuple[Answer, ...]
    description: str = ""
    tag: str = "clean"
    parameters: tuple[Parameter, ...] = ()
    body: tuple[Content, ...] = ()
    body_required: bool = True
    problems: tuple[int, ...] = ()


def register(app: Flask, operation: Operation) -> None:
    """Routes the operation, with no method added that was not declared (HEAD goes with GET by HTTP)."""
    app.add_url_rule(
        operation.path,
        operation.name,
        operation.view,
        methods=[operation.method],
        provide_automatic_options=False,
    )
