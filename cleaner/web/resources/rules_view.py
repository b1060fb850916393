"""GET /rules: the rules for people; GET /v1/rules/usage: how often each decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from flask import Response, render_template

from cleaner.model import Role
from cleaner.web.around import PAGE_POLICY
from cleaner.web.language import LANGUAGE, LANGUAGES, language, remember
from cleaner.web.negotiate import query
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.resources.rules_shelf import Asked, shelf
from cleaner.web.resources.try_rules import EXAMPLE
from cleaner.web.state import state

_ROLES = tuple(role.value for role in Role)
Q = Parameter("q", "Only rules whose id, sentence, conditions or examples hold these words.")
ROLE = Parameter("role", "Only rules that give this role.", among=("", *_ROLES))
PACK = Parameter("pack", "Only rules of this pack.")
NEVER = Parameter("never", "Only rules that decided nothing yet.", among=("", "1"))


class RuleUsage(NamedTuple):
    """Counts of the answering server process. blocks: rule or step of the engine -> blocks that it decided.
    never: rules that decided none."""

    since: datetime
    pages: int
    blocks: Mapping[str, int]
    never: tuple[str, ...]


def usage() -> Response:
    counted = state().usage
    blocks = counted.blocks()
    never = tuple(rule.id for rule in state().rulebook.rules if rule.id not in blocks)
    return json_answer(RuleUsage(counted.since, counted.pages, blocks, never))


def rules_page() -> Response:
    asked = Asked((query(Q) or "")[:200], query(ROLE) or "", query(PACK) or "", query(NEVER) == "1")
    spoken = language()
    book, counted = state().rulebook, state().usage
    page = render_template(
        "rules.html",
        other=next(code for code in LANGUAGES if code != spoken),
        asked=asked,
        roles=_ROLES,
        book=book,
        shelf=shelf(book, counted.blocks(), asked),
        usage=counted,
        example=EXAMPLE,
    )
    return remember(Response(page, headers={"Content-Security-Policy": PAGE_POLICY, "Content-Language": spoken}))


OPERATIONS = (
    Operation(
        name="rulesPage",
        method="GET",
        path="/rules",
        summary="The rules, for people",
        view=rules_page,
        tag="rules",
        parameters=(Q, ROLE, PACK, NEVER, LANGUAGE),
        answers=(Answer(200, "A page.", (Content("text/html"),)),),
        problems=(400,),
    ),
    Operation(
        name="ruleUsage",
        method="GET",
        path="/v1/rules/usage",
        summary="Says how often each rule decided since the service started",
        view=usage,
        tag="rules",
        answers=(Answer(200, "Counts of this server process.", (Content("application/json", RuleUsage),)),),
        problems=(400,),
    ),
)
