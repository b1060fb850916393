"""POST /v1/restore: blocks that were cut, put back."""

from __future__ import annotations

from flask import Response

from cleaner.render import restore as restored
from cleaner.web.body import parse_json, read_body
from cleaner.web.load import load
from cleaner.web.negotiate import demand_accepts
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.resources.ledger_ids import demand_ids
from cleaner.web.resources.payload import Restored, RestoreRequest
from cleaner.web.state import state


def restore() -> Response:
    demand_accepts("application/json")
    asked = load(RestoreRequest, parse_json(read_body(state().settings.max_request_bytes)))
    demand_ids(asked.ids, asked.ledger)
    article, ledger = restored(asked.article, asked.ledger, asked.ids)
    return json_answer(Restored(article, ledger))


OPERATION = Operation(
    name="restore",
    method="POST",
    path="/v1/restore",
    summary="Puts blocks that were cut back into the article",
    description=(
        "Send article and ledger as `/v1/clean` gave them, and the ids of ledger entries. The entries come back kept, "
        "by the rule `editor.restore`, their text in the body at its place in the page."
    ),
    view=restore,
    body=(Content("application/json", RestoreRequest),),
    answers=(Answer(200, "Article and ledger.", (Content("application/json", Restored),)),),
    problems=(400, 406, 413, 415, 422),
)
