"""One rule file, parsed, to its pack and rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple, cast

from cleaner.model import Role
from cleaner.rulebook.conditions import EDGE_CHARS, has_text_condition
from cleaner.rulebook.css_parse import compile_selector
from cleaner.rulebook.regex import checked_pattern, expand
from cleaner.rulebook.rule import FIELDS, FieldRule, Opens, Pack, Position, Rule, Where
from cleaner.rulebook.table import Table
from cleaner.text import BULLETS, fold, fold_label

_ROLES = frozenset(role.value for role in Role)
_MIN_EDGE = 6  # a shorter start or end says too little


class PackFile(NamedTuple):
    """What one file holds."""

    pack: Pack
    rules: tuple[Rule, ...]
    fields: tuple[FieldRule, ...]


def read_pack(values: object, file: str, rank: int) -> PackFile:
    """The pack in a parsed TOML document. Raises RuleSyntaxError(file, rule, field)."""
    top = Table(values, file)
    return _entries(top, _pack(top.table("pack"), file, rank))


def read_rules(values: object, pack: Pack) -> PackFile:
    """The rules of a parsed TOML document that is to be joined to a pack. Raises RuleSyntaxError."""
    return _entries(Table(values, pack.file), pack)


def _entries(top: Table, pack: Pack) -> PackFile:
    terms = _terms(top)
    rules = tuple(_rule(table, pack, terms) for table in top.tables("rule"))
    fields = tuple(_field(table, pack) for table in top.tables("field"))
    top.finish()
    return PackFile(pack, rules, fields)


def _pack(table: Table, file: str, rank: int) -> Pack:
    pack = Pack(
        name=file.removesuffix(".toml"),
        file=file,
        rank=rank,
        languages=table.texts("languages"),
        hosts=table.texts("hosts"),
        fingerprint=_selectors(table, "fingerprint"),
        seen=table.text("seen", ""),
        site_name=table.text("site_name", ""),
        dateline_prefixes=table.texts("dateline_prefixes"),
        why=table.text("why", ""),
        texts=bool(table.flag("texts")),
    )
    table.finish()
    if pack.conditional and not (pack.seen or pack.why):
        raise table.refuse("why", "a markup that was never seen needs a why")
    return pack


def _terms(top: Table) -> dict[str, str]:
    """The pieces that this file's patterns share; a term may use those above it."""
    terms: dict[str, str] = {}
    for name, source in top.terms("terms").items():
        terms[name] = top.checked("terms", partial(expand, source, dict(terms)))
    return terms


def _rule(table: Table, pack: Pack, terms: Mapping[str, str]) -> Rule:
    name = table.named()
    where = table.table("where")
    opens = where.choice("opens", ("tail", "box"), "")
    rule = Rule(
        id=name,
        role=Role(table.choice("role", _ROLES)),
        why=table.text("why"),
        where=_where(where, terms),
        pack=pack.name,
        rank=pack.rank,
        hits=table.texts("hits"),
        misses=table.texts("misses"),
        confidence=table.number("confidence", 0.9, 0.0, 1.0),
        opens=cast(Opens, opens) if opens else None,
        weak=bool(table.flag("weak")),
        valid_until=table.day("valid_until"),
    )
    table.finish()
    if not (rule.hits and rule.misses):
        raise table.refuse("misses" if rule.hits else "hits", "at least one example is needed")
    if rule.valid_until and not rule.where.selectors:
        raise table.refuse("valid_until", "is of a layout, and needs a selector")
    return rule


def _where(table: Table, terms: Mapping[str, str]) -> Where:
    pattern = table.text("pattern", "")
    position = table.choice("position", ("head", "tail", "picture"), "")
    where = Where(
        line=frozenset(map(fold_label, table.texts("line"))),
        starts=_edges(table, "starts"),
        ends=_edges(table, "ends"),
        pattern=table.checked("pattern", lambda: checked_pattern(expand(pattern, terms))) if pattern else None,
        selectors=_selectors(table, "selector"),
        min_chars=int(table.number("min_chars", 0, 0, 100_000)),
        max_chars=int(table.number("max_chars", 0, 0, 100_000)),
        linked=table.flag("linked"),
        position=cast(Position, position) if position else None,
        news=bool(table.flag("news")),
    )
    table.finish()
    if "" in where.line:
        raise table.refuse("line", "holds nothing but bullets")
    if not (where.selectors or has_text_condition(where)):
        raise table.refuse("where", "needs a line, starts, ends, pattern or selector")
    return where


def _edges(table: Table, name: str) -> tuple[str, ...]:
    folded = tuple(fold(text).lstrip(BULLETS) if name == "starts" else fold(text) for text in table.texts(name))
    if not all(_MIN_EDGE <= len(text) <= EDGE_CHARS // 2 for text in folded):
        raise table.refuse(name, f"a text of {_MIN_EDGE} to {EDGE_CHARS // 2} characters")
    return folded


def _selectors(table: Table, name: str) -> tuple[str, ...]:
    sources = table.texts(name)
    for source in sources:
        table.checked(name, partial(compile_selector, source))
    return sources


def _field(table: Table, pack: Pack) -> FieldRule:
    field = FieldRule(
        id=table.named(),
        field=table.choice("field", FIELDS),
        selectors=_selectors(table, "selector"),
        attr=table.text("attr", ""),
        pack=pack.name,
        rank=pack.rank,
        hits=table.texts("hits"),
        misses=table.texts("misses"),
    )
    table.finish()
    if not field.selectors:
        raise table.refuse("selector", "is missing")
    return field
