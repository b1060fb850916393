"""POST /v1/tokens: what a newsroom's server fetches for the browsers of its editors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from flask import Response

from cleaner.answers import Fault
from cleaner.web.access.gate import Caller
from cleaner.web.access.tokens import LONGEST
from cleaner.web.admission import caller
from cleaner.web.body import parse_json, read_body
from cleaner.web.errors import Forbidden, InvalidBody, KeysOff
from cleaner.web.load import load
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.schema import Sparse
from cleaner.web.state import state

_MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class TokenRequest(Sparse):
    """origin: of the page whose scripts will use the token; may be left out when the key has only one.
    ttl: seconds that the token is good for, at most 3600."""

    origin: str | None = None
    ttl: int | None = None


class Token(NamedTuple):
    token: str
    expires_at: datetime
    scopes: tuple[str, ...]
    origin: str


def make_token() -> Response:
    gate, who = state().gate, caller()
    if gate is None or who is None:
        raise KeysOff("without keys nobody needs a token; see docs/service.md")
    asked = load(TokenRequest, parse_json(read_body(_MOST_BYTES)))
    origin = _origin(who, asked.origin)
    token, expires = gate.tokens.issue(who.key, origin, _seconds(asked.ttl))
    return json_answer(Token(token, datetime.fromtimestamp(expires, UTC), ("clean",), origin), 201)


def _origin(who: Caller, asked: str | None) -> str:
    if asked is None and len(who.origins) == 1:
        return who.origins[0]
    if asked is None:
        raise InvalidBody("say which origin", [Fault("#/origin", f"the key has {len(who.origins)}")])
    if asked not in who.origins:
        raise Forbidden("the key is not for scripts of this origin")
    return asked


def _seconds(asked: int | None) -> int:
    if asked is not None and not 1 <= asked <= LONGEST:
        raise InvalidBody("the time is out of bounds", [Fault("#/ttl", f"is not between 1 and {LONGEST}")])
    return state().settings.token_seconds if asked is None else asked


OPERATION = Operation(
    name="makeToken",
    method="POST",
    path="/v1/tokens",
    summary="Makes a short-lived token for a browser",
    description=(
        "For servers of a newsroom, with a key of scope `tokens`. The token is good for cleaning only, and only for "
        "scripts of one origin, which must be on the key's list."
    ),
    view=make_token,
    tag="service",
    body=(Content("application/json", TokenRequest, {"origin": "https://cms.example.vn"}),),
    answers=(Answer(201, "The token.", (Content("application/json", Token),)),),
    problems=(400, 403, 404, 413, 415, 422),
)
