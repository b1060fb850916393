"""POST /v1/clean/batch: a JSON array of pages."""

from __future__ import annotations

from flask import Response

from cleaner.errors import InputTooLarge
from cleaner.web.body import parse_json, read_body
from cleaner.web.load import load_list
from cleaner.web.negotiate import FORMAT, PROFILE, demand_accepts, wanted_profile
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.payload import EXAMPLE_ITEM, Item, ItemResult
from cleaner.web.resources.run import item_json, run_all
from cleaner.web.resources.stream import item_format
from cleaner.web.state import state


def clean_batch() -> Response:
    demand_accepts("application/json")
    output, profile = item_format(), wanted_profile()
    items = load_list(Item, parse_json(read_body(state().settings.max_request_bytes)))
    most = state().settings.max_batch_items
    if len(items) > most:
        raise InputTooLarge(f"a batch has at most {most} pages; /v1/clean/stream has no such limit")
    outcomes = run_all([item.job(output.name, profile) for item in items])
    results = [item_json(item.id, outcome, output) for item, outcome in zip(items, outcomes, strict=True)]
    return Response(b"[" + b",".join(results) + b"]", content_type="application/json")


OPERATION = Operation(
    name="cleanBatch",
    method="POST",
    path="/v1/clean/batch",
    summary="Cleans several pages",
    description="Results in the order of the pages; a page that cannot be cleaned has an `error` in its place.",
    view=clean_batch,
    parameters=(FORMAT, PROFILE),
    body=(Content("application/json", tuple[Item, ...], [EXAMPLE_ITEM]),),
    answers=(Answer(200, "One result for each page.", (Content("application/json", tuple[ItemResult, ...]),)),),
    problems=(400, 406, 413, 415, 422),
)
