"""The calls of the service that are about pages and rules, one function each."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from cleaner.answers import RuleDetail, RuleList
from cleaner.client.call import Call, json_call, object_in, record
from cleaner.client.errors import Problem, refusal
from cleaner.client.page import Outcome, Page
from cleaner.model import CleanResult
from cleaner.records import build


def clean(page: Page) -> Call[CleanResult]:
    return _page_call(page, record(CleanResult), {"format": "json"})


def render(page: Page, output: str, profile: str) -> Call[str]:
    return _page_call(page, bytes.decode, {"format": output, "profile": profile})


def clean_batch(pages: Iterable[Page]) -> Call[tuple[Outcome, ...]]:
    """Raises TypeError for a page of bytes, which JSON has no place for."""
    return json_call("/v1/clean/batch", [_item(page) for page in pages], _outcomes)


def restore(result: CleanResult, ids: Collection[int]) -> Call[CleanResult]:
    def read(data: bytes) -> CleanResult:
        return build(CleanResult, {**object_in(data), "report": sent["report"]})

    sent = result.to_dict()
    return json_call("/v1/restore", {**sent, "ids": sorted(ids)}, read)


def rules(role: str | None, pack: str | None) -> Call[RuleList]:
    return Call("GET", "/v1/rules", record(RuleList), {"role": role, "pack": pack})


def rule(rule_id: str) -> Call[RuleDetail]:
    return Call("GET", f"/v1/rules/{quote(rule_id)}", record(RuleDetail))


def outcome(value: Mapping[str, Any]) -> Outcome:
    """One `ItemResult` of a batch or a stream."""
    if "error" in value:
        return Outcome(value["id"], error=refusal(build(Problem, value["error"])))
    return Outcome(value["id"], build(CleanResult, value))


def _page_call(page: Page, read: Any, query: Mapping[str, str | None]) -> Call[Any]:
    if isinstance(page.content, str):
        return json_call("/v1/clean", _members(page), read, query)
    headers = {"Content-Type": _media_type(page.content_type)}
    return Call("POST", "/v1/clean", read, {**query, "url": page.url, "kind": page.kind}, headers, page.content)


def _media_type(given: str | None) -> str:
    """What the page's own header says, unless the service would take it for a request that holds a page, or HTTP
    would not carry it: servers send what they like."""
    said = (given or "").strip()
    request = said.lower().startswith(("application/json", "multipart/", "application/x-www-form-urlencoded"))
    return said if said and said.isascii() and said.isprintable() and not request else "application/octet-stream"


def _item(page: Page) -> dict[str, object]:
    if not isinstance(page.content, str):
        raise TypeError("a batch takes pages of text; send bytes with clean_stream")
    return {**_members(page), "id": page.id}


def _members(page: Page) -> dict[str, object]:
    given = {"url": page.url, "content_type": page.content_type, "kind": page.kind}
    return {"content": page.content, **{name: value for name, value in given.items() if value is not None}}


def _outcomes(data: bytes) -> tuple[Outcome, ...]:
    return tuple(map(outcome, json.loads(data)))
