"""POST /v1/clean/stream: pages as NDJSON lines in, results as NDJSON lines out."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response, request, stream_with_context

from cleaner.errors import CleanerError, InputTooLarge
from cleaner.render import FORMATS, Format
from cleaner.web.body import parse_json, read_lines
from cleaner.web.errors import ServiceStopping, UnsupportedBody
from cleaner.web.load import load
from cleaner.web.negotiate import FORMAT, PROFILE, demand_accepts, query, wanted_profile
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.payload import Id, Item
from cleaner.web.resources.run import item_json, try_run
from cleaner.web.state import state
from cleaner.web.worker import Output

MEDIA_TYPE = "application/x-ndjson"
_RECORD_SEPARATOR = b"\x1e"  # before each value of application/json-seq (RFC 7464)
_READ = (MEDIA_TYPE, "application/ndjson", "application/jsonl", "application/json-seq", "")


def clean_stream() -> Response:
    """Reads a line, answers it, reads the next: one line in memory, and no result waits for the end."""
    demand_accepts(MEDIA_TYPE)
    if request.mimetype not in _READ:
        raise UnsupportedBody(f"the body is {request.mimetype}, not {MEDIA_TYPE}")
    output, profile = item_format(), wanted_profile()
    lines = read_lines(state().settings.max_request_bytes)
    # Proxies that follow nginx's convention do not buffer the answer then.
    return Response(
        stream_with_context(_results(lines, output, profile)),
        content_type=MEDIA_TYPE,
        headers={"X-Accel-Buffering": "no"},
    )


def item_format() -> Format:
    """The format of each result; `Accept` speaks of the whole answer here, so it does not count."""
    return FORMATS[query(FORMAT) or "json"]


def _results(lines: Iterator[bytes | None], output: Format, profile: str) -> Iterator[bytes]:
    try:
        for number, line in enumerate(lines, 1):
            yield _result(number, line, output, profile) + b"\n"
            if state().life.over():
                raise ServiceStopping("what follows was not taken; send it again")
    except CleanerError as error:  # the body broke off or is not what its coding says, or the server is to end
        yield item_json(None, error, output) + b"\n"


def _result(number: int, line: bytes | None, output: Format, profile: str) -> bytes:
    name: Id = None
    outcome: Output | Exception
    try:
        if line is None:
            raise InputTooLarge(f"the line is longer than {state().settings.max_request_bytes} bytes")
        value = parse_json(line.lstrip(_RECORD_SEPARATOR), f"page {number} of the stream")
        name = _id_of(value)
        outcome = try_run(load(Item, value).job(output.name, profile))
    except CleanerError as error:
        outcome = error
    return item_json(name, outcome, output)


def _id_of(value: object) -> Id:
    """The id of a line, also of one that is otherwise not as it should be."""
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str | int) and not isinstance(name, bool) else None


OPERATION = Operation(
    name="cleanStream",
    method="POST",
    path="/v1/clean/stream",
    summary="Cleans any number of pages, line by line",
    description=(
        "NDJSON: one `Item` a line in, one `ItemResult` a line out, in the same order, with the page's `id`. Results "
        "flow while the upload goes on, so read while you write. A line that cannot be cleaned gives one with `error`. "
        "An `error` of type `service-stopping` comes last: send again what follows the page before it."
    ),
    view=clean_stream,
    parameters=(FORMAT, PROFILE),
    body_required=False,
    body=(Content(MEDIA_TYPE, example='{"id": 1, "content": "..."}\n{"id": 2, "content": "..."}\n'),),
    answers=(Answer(200, "One result a line.", (Content(MEDIA_TYPE, None),)),),
    problems=(400, 406, 415),
)
