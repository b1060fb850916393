"""POST /v1/revise: a result with an editor's verdicts applied, in any format."""

from __future__ import annotations

from typing import NamedTuple

from flask import Response

from cleaner.model import Article, CleanResult, LedgerEntry, Report
from cleaner.render import FORMATS, VerdictChange, profile_named, render
from cleaner.render import revise as revised
from cleaner.web.body import parse_json, read_body
from cleaner.web.load import load
from cleaner.web.negotiate import FORMAT, PROFILE, wanted_format, wanted_profile
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.clean import content_type
from cleaner.web.resources.ledger_ids import demand_changes
from cleaner.web.resources.payload import Cleaned
from cleaner.web.state import state


class ReviseRequest(NamedTuple):
    """What `/v1/clean` answered, and what a person decided."""

    article: Article
    ledger: tuple[LedgerEntry, ...]
    report: Report
    changes: tuple[VerdictChange, ...]


def revise() -> Response:
    output, profile = wanted_format(), wanted_profile()
    asked = load(ReviseRequest, parse_json(read_body(state().settings.max_request_bytes)))
    demand_changes(asked.changes, asked.ledger)
    result = revised(CleanResult(asked.article, asked.ledger, asked.report), asked.changes)
    content = render(result, output.name, profile_named(profile))
    return Response(content, content_type=content_type(output), headers={"Vary": "Accept"})


OPERATION = Operation(
    name="revise",
    method="POST",
    path="/v1/revise",
    summary="Applies an editor's verdicts to a result",
    description=(
        "Send article, ledger and report as `/v1/clean` gave them, and changes: the id of a ledger entry, its role, "
        "and whether it is kept. Body, lead, headline, captions and related stories follow; the ledger says "
        "`editor.restore`, `editor.cut` or `editor.role`."
    ),
    view=revise,
    parameters=(FORMAT, PROFILE),
    body=(Content("application/json", ReviseRequest),),
    answers=(
        Answer(
            200,
            "The result, as Accept or `format` says.",
            tuple(Content(e.media_type, Cleaned if e.name == "json" else None) for e in FORMATS.values()),
        ),
    ),
    problems=(400, 406, 413, 415, 422),
)
