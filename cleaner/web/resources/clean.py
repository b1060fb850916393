"""POST /v1/clean: one page."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from flask import Response, request

from cleaner.model import Kind
from cleaner.render import FORMATS, Format
from cleaner.web.body import parse_json, read_body
from cleaner.web.errors import UnsupportedBody
from cleaner.web.load import load
from cleaner.web.negotiate import FORMAT, PROFILE, query, wanted_format, wanted_profile
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.resources.payload import EXAMPLE, Cleaned, Page
from cleaner.web.resources.run import run
from cleaner.web.state import state
from cleaner.web.worker import Job

KINDS = ("html", "text")
URL = Parameter("url", "The page's address, a label; where JSON does not say it.")
KIND = Parameter("kind", "What the page is, where that is known and JSON does not say it.", among=KINDS)
# What curl and many libraries say of a body when they were told nothing.
_SAYS_NOTHING = ("", "application/x-www-form-urlencoded", "application/octet-stream")


def clean() -> Response:
    output, profile = wanted_format(), wanted_profile()
    result = run(_job(output.name, profile))
    return Response(result.content, content_type=content_type(output), headers={"Vary": "Accept"})


def content_type(output: Format) -> str:
    """The Content-Type header of an output."""
    return f"{output.media_type}; charset=utf-8" if output.media_type.startswith("text/") else output.media_type


def _job(output: str, profile: str) -> Job:
    url, kind = query(URL), cast("Kind | None", query(KIND))
    limit = state().settings.max_request_bytes
    if request.mimetype == "application/json":
        page = load(Page, parse_json(read_body(limit)))
        return replace(page, url=page.url or url, kind=page.kind or kind).job(output, profile)
    if request.mimetype.startswith("multipart/"):
        raise UnsupportedBody("send the page itself as the body, or JSON")
    said = None if request.mimetype in _SAYS_NOTHING else request.content_type
    return Job(read_body(limit), url, said, kind, output, profile)


OPERATION = Operation(
    name="clean",
    method="POST",
    path="/v1/clean",
    summary="Cleans one page",
    description=(
        "Send JSON with the page in it, or the page itself as the body with its own Content-Type; then `url` and "
        "`kind` are query parameters. Nothing is ever fetched. The body may be compressed (Content-Encoding gzip, "
        "deflate, br or zstd)."
    ),
    view=clean,
    parameters=(
        FORMAT,
        PROFILE,
        URL,
        KIND,
    ),
    body=(
        Content("application/json", Page, EXAMPLE),
        Content("text/html", example=EXAMPLE["content"]),
        Content("text/plain", example="Cầu mới\n\nSáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông.\n"),
    ),
    answers=(
        Answer(
            200,
            "The cleaned page, as Accept or `format` says.",
            tuple(Content(e.media_type, Cleaned if e.name == "json" else None) for e in FORMATS.values()),
        ),
    ),
    problems=(400, 406, 413, 415, 422, 503),
)
