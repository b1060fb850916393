"""The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html), made of the declared operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from cleaner.version import __version__
from cleaner.web.access.scopes import scope_of
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.problem import MEDIA_TYPE, Problem
from cleaner.web.schema import Schemas

_FLASK_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
TAGS = {
    "clean": "Pages in, articles and ledgers out.",
    "jobs": "Archives in, results later.",
    "rules": "The rules that verdicts name.",
    "corrections": "What people judged otherwise, and the rules drafted from it.",
    "service": "How the service is doing, and what it can do.",
}
#: As long as no key store is set nothing is asked.
_SECURITY = {"securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "A key or a token."}}}


def openapi(operations: Iterable[Operation], keys: bool = False) -> dict[str, Any]:
    """The document; equal operations give an equal document. keys: whether the service asks for them."""
    schemas = Schemas()
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        item = paths.setdefault(_FLASK_PARAMETER.sub(r"{\1}", operation.path), {})
        described = item[operation.method.lower()] = _operation(operation, schemas)
        if keys and scope_of(operation.path):
            _ask_for_key(described, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "cleaner",
            "version": __version__,
            "summary": "Editorial content cleaning: judges every block of a news page and deletes none.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": about} for name, about in TAGS.items()],
        "paths": paths,
        "components": {"schemas": schemas.named, **(_SECURITY if keys else {})},
    }


def _ask_for_key(described: dict[str, Any], schemas: Schemas) -> None:
    described["security"] = [{"key": []}]
    for status in (401, 403, 429):
        described["responses"][str(status)] = _problem(status, schemas)


def _problem(status: int, schemas: Schemas) -> dict[str, Any]:
    return _answer(Answer(status, HTTPStatus(status).phrase, (Content(MEDIA_TYPE, Problem),)), schemas)


def _operation(operation: Operation, schemas: Schemas) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.description or operation.summary,
        "tags": [operation.tag],
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": {str(answer.status): _answer(answer, schemas) for answer in operation.answers},
    }
    if operation.body:
        described["requestBody"] = {"required": operation.body_required, "content": _contents(operation.body, schemas)}
    for status in operation.problems:
        described["responses"][str(status)] = _problem(status, schemas)
    return described


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if parameter.among:
        schema["enum"] = list(parameter.among)
    if parameter.default is not None:
        schema["default"] = parameter.default
    return {
        "name": parameter.name,
        "in": parameter.where,
        "description": parameter.about,
        "required": parameter.where == "path",
        "schema": schema,
    }


def _answer(answer: Answer, schemas: Schemas) -> dict[str, Any]:
    described: dict[str, Any] = {"description": answer.about}
    if answer.contents:
        described["content"] = _contents(answer.contents, schemas)
    return described


def _contents(contents: tuple[Content, ...], schemas: Schemas) -> dict[str, Any]:
    return {content.media_type: _content(content, schemas) for content in contents}


def _content(content: Content, schemas: Schemas) -> dict[str, Any]:
    """Content without a type has an empty schema: what it holds is not for a schema to say."""
    described: dict[str, Any] = {"schema": schemas.of(content.type) if content.type else {}}
    if content.example is not None:
        described["example"] = content.example
    return described
