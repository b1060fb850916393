"""/v1/corrections: what people judged otherwise, kept; and the rule drafted from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from flask import Response

from cleaner.answers import Fault
from cleaner.corrections import Correction, Keeper, Summary
from cleaner.corrections.proposal import Proposal, propose
from cleaner.corrections.seeds import seed_pages
from cleaner.draft import Change, Was
from cleaner.errors import OptionError
from cleaner.model import Role
from cleaner.web.body import parse_json, read_body
from cleaner.web.errors import InvalidBody, NothingKept, UnknownCorrection
from cleaner.web.load import load
from cleaner.web.negotiate import demand_accepts, query
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.proposing import draft_of, try_guarded
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.resources.texts import texts_of
from cleaner.web.resources.try_rules import PageToJudge
from cleaner.web.schema import Sparse
from cleaner.web.state import state

_LONGEST_NOTE = 2000
_MOST_CHANGES = 1000
_ON_A_PAGE = 50  # corrections in one answer
_MOST_TRIED = 200  # of the newest corrections, on whose pages a draft is tried
_MOST_DIGITS = 15  # of an id
BEFORE = Parameter("before", "Only corrections with a smaller id: the `next` of the answer before.")
ID = Parameter("correction_id", "The correction's id.", where="path")


@dataclass(frozen=True, slots=True)
class NewChange:
    """block: id of the ledger entry. was: the verdict that the person found."""

    block: int
    role: Role
    kept: bool
    was: Was


@dataclass(frozen=True, slots=True)
class NewCorrection(Sparse):
    """A page as it was sent to be cleaned, and the verdicts that a person changed. note: why, in a sentence."""

    page: PageToJudge
    changes: tuple[NewChange, ...]
    note: str = ""


class CorrectionList(NamedTuple):
    """The newest first, without their pages. next: what `before` must be for those after; null at the end."""

    corrections: tuple[Summary, ...]
    next: int | None


def create() -> Response:
    keeper = _keeper()
    demand_accepts("application/json")
    asked = load(NewCorrection, parse_json(read_body(state().settings.max_request_bytes)))
    changes = _checked(asked)
    kept = keeper.add(asked.page.stored(), changes, asked.note, state().rulebook.version, datetime.now(UTC))
    answer = json_answer(kept.summary(), 201)
    answer.headers["Location"] = f"/v1/corrections/{kept.id}"
    return answer


def _checked(asked: NewCorrection) -> tuple[Change, ...]:
    """The changes with the words of their blocks. Raises InvalidBody for blocks that the page does not have."""
    if not 0 < len(asked.changes) <= _MOST_CHANGES:
        raise InvalidBody("no correction", [Fault("#/changes", f"must hold 1 to {_MOST_CHANGES} changes")])
    if len(asked.note) > _LONGEST_NOTE:
        raise InvalidBody("too long a note", [Fault("#/note", f"has more than {_LONGEST_NOTE} characters")])
    texts = texts_of(asked.page.stored())
    unknown = [number for number, change in enumerate(asked.changes) if change.block not in texts]
    if unknown:
        faults = (Fault(f"#/changes/{number}/block", "is no entry of the page's ledger") for number in unknown)
        raise InvalidBody("a block that the page does not have", faults)
    return tuple(Change(one.block, one.role, one.kept, one.was, texts[one.block]) for one in asked.changes)


def list_them() -> Response:
    keeper, before = _keeper(), query(BEFORE)
    if before is not None and not _is_id(before):
        raise OptionError("before must be the id of a correction")
    found = keeper.newest(_ON_A_PAGE + 1, int(before) if before is not None else None)
    shown = found[:_ON_A_PAGE]
    return json_answer(CorrectionList(shown, shown[-1].id if len(found) > _ON_A_PAGE else None))


def show(correction_id: str) -> Response:
    return json_answer(_known(correction_id))


def delete(correction_id: str) -> Response:
    if not _is_id(correction_id) or not _keeper().delete(int(correction_id)):
        raise _unknown()
    return Response(status=204)


def draft(correction_id: str) -> Response:
    correction = _known(correction_id)
    drafted = draft_of(correction)
    keeper = _keeper()
    kept = keeper.newest(_MOST_TRIED)
    return json_answer(propose(correction, drafted, kept, keeper.get, seed_pages(state().seeds), try_guarded))


def _keeper() -> Keeper:
    keeper = state().store
    if keeper is None:
        raise NothingKept("start the service with CLEANER_DATA or CLEANER_STORE to keep corrections")
    return keeper


def _known(identifier: str) -> Correction:
    found = _keeper().get(int(identifier)) if _is_id(identifier) else None
    if found is None:
        raise _unknown()
    return found


def _unknown() -> UnknownCorrection:
    _keeper()  # a service that keeps none says so rather
    return UnknownCorrection("no correction has this id; GET /v1/corrections lists them")


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


EXAMPLE = {
    "page": {
        "content": "Cầu mới\n\nSáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông.\n\nĐọc báo in\n",
        "kind": "text",
    },
    "changes": [
        {
            "block": 2,
            "role": "promo",
            "kept": False,
            "was": {"role": "body", "rule": "shape.paragraph", "kept": True},
        }
    ],
    "note": "The link to the printed paper stands under every story",
}
_ONE = "application/json"
OPERATIONS = (
    Operation(
        name="createCorrection",
        method="POST",
        path="/v1/corrections",
        summary="Keeps what a person judged otherwise",
        description="Nothing is learned from it by itself. `block` is the id of an entry of the page's ledger.",
        view=create,
        tag="corrections",
        body=(Content(_ONE, NewCorrection, EXAMPLE),),
        answers=(Answer(201, "The correction, without its page.", (Content(_ONE, Summary),)),),
        problems=(400, 404, 406, 413, 415, 422, 503),
    ),
    Operation(
        name="listCorrections",
        method="GET",
        path="/v1/corrections",
        summary="Lists the corrections, the newest first",
        view=list_them,
        tag="corrections",
        parameters=(BEFORE,),
        answers=(Answer(200, "Corrections without their pages.", (Content(_ONE, CorrectionList),)),),
        problems=(400, 404, 503),
    ),
    Operation(
        name="showCorrection",
        method="GET",
        path="/v1/corrections/<correction_id>",
        summary="Shows one correction with its page",
        view=show,
        tag="corrections",
        parameters=(ID,),
        answers=(Answer(200, "The correction.", (Content(_ONE, Correction),)),),
        problems=(400, 404, 503),
    ),
    Operation(
        name="deleteCorrection",
        method="DELETE",
        path="/v1/corrections/<correction_id>",
        summary="Forgets one correction",
        view=delete,
        tag="corrections",
        parameters=(ID,),
        answers=(Answer(204, "It is gone."),),
        problems=(400, 404, 503),
    ),
    Operation(
        name="draftRule",
        method="POST",
        path="/v1/corrections/<correction_id>/draft",
        summary="Drafts a rule from a correction",
        description=(
            "The most general rule that hits every changed block and none that is to stay as it is, held against all "
            "rule examples, the pages of kept corrections and the seeds. It is a text for a person to accept: nothing "
            "is saved. `toml` is empty when no rule tells the blocks from the rest; `check.problems` says why."
        ),
        view=draft,
        tag="corrections",
        parameters=(ID,),
        answers=(Answer(200, "The draft and what it would change.", (Content(_ONE, Proposal),)),),
        problems=(400, 404, 422, 503),
    ),
)
