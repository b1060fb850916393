"""GET /v1/rules and /v1/rules/{id}: what the verdicts refer to."""

from __future__ import annotations

from flask import Response

from cleaner.answers import RuleDetail, RuleLine, RuleList, RulePack
from cleaner.errors import OptionError
from cleaner.model import Role
from cleaner.rulebook import FieldRule, Pack, Rule
from cleaner.rulebook.engine import ENGINE_RULES, EngineRule
from cleaner.rulebook.engine import PACK as ENGINE_PACK
from cleaner.rulebook.said import conditions, decides
from cleaner.web.errors import UnknownRule
from cleaner.web.negotiate import query
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.state import state

ROLE = Parameter("role", "Only rules that give this role.", among=tuple(role.value for role in Role))
PACK = Parameter("pack", "Only rules of this pack.")


def list_rules() -> Response:
    book = state().rulebook
    role, pack = query(ROLE), query(PACK)
    if pack not in (None, ENGINE_PACK, *(entry.name for entry in book.packs)):
        raise OptionError(f"unknown pack {pack!r}; GET /v1/rules lists them")
    lines = [*map(_line, book.rules), *map(_line, book.fields), *map(_engine_line, ENGINE_RULES.values())]
    chosen = tuple(line for line in lines if _gives(line, role) and pack in (None, line.pack))
    return json_answer(RuleList(book.version, tuple(_pack(entry) for entry in book.packs), chosen))


def show_rule(rule_id: str) -> Response:
    book = state().rulebook
    details = [_detail(rule) for rule in book.rules if rule.id == rule_id]
    details += [_field_detail(rule) for rule in book.fields if rule.id == rule_id]
    details += [_engine_detail(rule) for rule in (ENGINE_RULES.get(rule_id),) if rule]
    if not details:
        raise UnknownRule("no rule of the rulebook has this id; GET /v1/rules lists them")
    return json_answer(details[0])


def _line(rule: Rule | FieldRule) -> RuleLine:
    return RuleLine(rule.id, rule.pack, decides(rule), rule.why if isinstance(rule, Rule) else "")


def _engine_line(rule: EngineRule) -> RuleLine:
    return RuleLine(rule.id, ENGINE_PACK, rule.decides, rule.why)


def _gives(line: RuleLine, role: str | None) -> bool:
    return role is None or role in line.decides.split(", ")


def _pack(pack: Pack) -> RulePack:
    return RulePack(pack.name, pack.languages, pack.hosts, pack.fingerprint, pack.seen)


def _detail(rule: Rule) -> RuleDetail:
    return RuleDetail(
        *_line(rule),
        where=conditions(rule),
        confidence=rule.confidence,
        weak=rule.weak,
        opens=rule.opens,
        valid_until=rule.valid_until.isoformat() if rule.valid_until else None,
        hits=rule.hits,
        misses=rule.misses,
    )


def _field_detail(rule: FieldRule) -> RuleDetail:
    return RuleDetail(*_line(rule), conditions(rule), None, False, None, None, rule.hits, rule.misses)


def _engine_detail(rule: EngineRule) -> RuleDetail:
    return RuleDetail(*_engine_line(rule), {}, None, False, None, None, (), ())


OPERATIONS = (
    Operation(
        name="listRules",
        method="GET",
        path="/v1/rules",
        summary="Lists rule packs and rules",
        view=list_rules,
        tag="rules",
        parameters=(ROLE, PACK),
        answers=(Answer(200, "The rulebook in short.", (Content("application/json", RuleList),)),),
        problems=(400,),
    ),
    Operation(
        name="showRule",
        method="GET",
        path="/v1/rules/<rule:rule_id>",
        summary="Shows one rule with its conditions and examples",
        view=show_rule,
        tag="rules",
        parameters=(Parameter("rule_id", "The id, as the ledger's `rule` says.", where="path"),),
        answers=(Answer(200, "The rule.", (Content("application/json", RuleDetail),)),),
        problems=(400, 404),
    ),
)
