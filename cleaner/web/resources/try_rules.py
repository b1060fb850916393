"""POST /v1/rules/try: rules on a page before anybody saves them."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from typing import NamedTuple

from flask import Response

from cleaner.corrections import StoredPage
from cleaner.corrections.proposal import Check, Named
from cleaner.draft import Changed
from cleaner.errors import InputError
from cleaner.model import Kind
from cleaner.records import build
from cleaner.web.body import parse_json, read_body
from cleaner.web.load import load
from cleaner.web.negotiate import demand_accepts
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.rule_jobs import Trial, TrialJob
from cleaner.web.schema import Sparse
from cleaner.web.state import state

_LOOSE = "sites/tried"  # rules without a pack of their own are tried with an outlet's strength


@dataclass(frozen=True, slots=True)
class PageToJudge(Sparse):
    """A page, without a Content-Type: it is text already."""

    content: str
    url: str | None = None
    kind: Kind | None = None

    def stored(self) -> StoredPage:
        return StoredPage(self.content, self.url, self.kind)


@dataclass(frozen=True, slots=True)
class TryRequest(Sparse):
    """toml: a rule file, or some [[rule]] entries. pack: the pack that they would stand in, such as "sites/a.vn"; when
    it is left out, that of the first host that the file names, else one that always counts."""

    toml: str
    page: PageToJudge
    pack: str | None = None


class TryAnswer(NamedTuple):
    """check: of all examples, the new among them. changed: the page's blocks that would be judged otherwise."""

    pack: str
    check: Check
    changed: tuple[Changed, ...]


def try_rules() -> Response:
    demand_accepts("application/json")
    asked = load(TryRequest, parse_json(read_body(state().settings.max_request_bytes)))
    pack = asked.pack or _pack_of(asked.toml)
    job = TrialJob(asked.toml, pack, (Named("page", asked.page.stored()),), checked=True)
    trial = build(Trial, json.loads(state().guard.run(job).content))
    (tried,) = trial.pages
    if tried.error:
        raise InputError(tried.error)
    return json_answer(TryAnswer(pack, trial.check, tried.changed))


def _pack_of(toml: str) -> str:
    """The name under which a rule file would be saved; a text that is no TOML is refused later, with its reason."""
    try:
        hosts = tomllib.loads(toml).get("pack", {}).get("hosts", ())
    except (ValueError, AttributeError, RecursionError):
        return _LOOSE
    first = next(iter([hosts] if isinstance(hosts, str) else hosts if isinstance(hosts, list) else ()), None)
    return f"sites/{first}" if isinstance(first, str) else _LOOSE


EXAMPLE = {
    "toml": (
        '[[rule]]\nid = "my.label"\nrole = "promo"\nwhy = "A line of its own under every story."\n'
        'where = { line = "Quầy báo gần đây" }\n'
        'hits = ["Quầy báo gần đây"]\nmisses = ["Quầy báo gần đây đã đóng cửa."]\n'
    ),
    "page": {"content": "Cầu mới\n\nSáng nay, thành phố khánh thành cầu.\n\nQuầy báo gần đây\n", "kind": "text"},
}
OPERATION = Operation(
    name="tryRules",
    method="POST",
    path="/v1/rules/try",
    summary="Tries rules on a page before they are saved",
    description="Nothing is saved. Answers with what the check of all rules says, and with each block that changes.",
    view=try_rules,
    tag="rules",
    body=(Content("application/json", TryRequest, EXAMPLE),),
    answers=(Answer(200, "What would change.", (Content("application/json", TryAnswer),)),),
    problems=(400, 406, 413, 415, 422, 503),
)
