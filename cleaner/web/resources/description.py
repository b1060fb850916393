"""GET /openapi.json and /docs: the API described, for programs and for people."""

from __future__ import annotations

from typing import Any

from flask import Response, render_template

from cleaner.answers import TYPE_PREFIX
from cleaner.render.json import canonical
from cleaner.settings import describe
from cleaner.web.around import PAGE_POLICY
from cleaner.web.openapi import TAGS, openapi
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.problem import KINDS
from cleaner.web.state import state


def openapi_json() -> Response:
    return Response(canonical(_described()), content_type="application/json")


def docs() -> Response:
    problems = sorted({(status, TYPE_PREFIX + kind.code, title) for kind, (status, title) in KINDS.items()})
    page = render_template("docs.html", api=_described(), tags=TAGS, problems=problems, settings=describe(), lang="en")
    return Response(page, headers={"Content-Security-Policy": PAGE_POLICY})


def _described() -> dict[str, Any]:
    return openapi(state().operations, keys=state().gate is not None)


OPERATIONS = (
    Operation(
        name="openapi",
        method="GET",
        path="/openapi.json",
        summary="This description, as OpenAPI 3.1",
        view=openapi_json,
        tag="service",
        answers=(Answer(200, "The OpenAPI document.", (Content("application/json"),)),),
    ),
    Operation(
        name="docs",
        method="GET",
        path="/docs",
        summary="This description, for people",
        view=docs,
        tag="service",
        answers=(Answer(200, "A page.", (Content("text/html"),)),),
    ),
)
