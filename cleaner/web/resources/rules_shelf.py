"""The rulebook as the page /rules shows it: packs with their use, and the rules that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cleaner.rulebook import FieldRule, Pack, Rule, Rulebook
from cleaner.rulebook.said import conditions, decides
from cleaner.text import fold

_MOST = 120  # rules on one page


class Asked(NamedTuple):
    """What a reader looks for; all that is given must hold."""

    words: str = ""
    role: str = ""
    pack: str = ""
    never: bool = False

    @property
    def anything(self) -> bool:
        return bool(self.words or self.role or self.pack or self.never)


class PackView(NamedTuple):
    """size: rules and field rules. decided: blocks. never: rules that decided none."""

    pack: Pack
    size: int
    decided: int
    never: int


class RuleView(NamedTuple):
    """blocks: how many it decided; None for a field rule, which decides no block."""

    id: str
    pack: str
    decides: str
    why: str
    where: Mapping[str, tuple[str, ...]]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    blocks: int | None


class Shelf(NamedTuple):
    """rules: those asked for, cut to what fits; more: whether some were cut off."""

    packs: tuple[PackView, ...]
    rules: tuple[RuleView, ...]
    more: bool
    never: int


def shelf(book: Rulebook, blocks: Mapping[str, int], asked: Asked) -> Shelf:
    """blocks: rule -> blocks that it decided."""
    found = [view for view in _views(book, blocks) if _fits(view, asked)] if asked.anything else []
    packs = tuple(_pack(pack, book, blocks) for pack in book.packs)
    return Shelf(packs, tuple(found[:_MOST]), len(found) > _MOST, sum(rule.id not in blocks for rule in book.rules))


def _views(book: Rulebook, blocks: Mapping[str, int]) -> Iterable[RuleView]:
    for rule in book.rules:
        yield _view(rule, rule.why, blocks.get(rule.id, 0))
    for field in book.fields:
        yield _view(field, "", None)


def _view(rule: Rule | FieldRule, why: str, blocks: int | None) -> RuleView:
    return RuleView(rule.id, rule.pack, decides(rule), why, conditions(rule), rule.hits, rule.misses, blocks)


def _pack(pack: Pack, book: Rulebook, blocks: Mapping[str, int]) -> PackView:
    rules = [rule.id for rule in book.rules if rule.pack == pack.name]
    fields = sum(field.pack == pack.name for field in book.fields)
    decided = sum(blocks.get(rule, 0) for rule in rules)
    return PackView(pack, len(rules) + fields, decided, sum(rule not in blocks for rule in rules))


def _fits(view: RuleView, asked: Asked) -> bool:
    if (asked.role and view.decides != asked.role) or (asked.pack and view.pack != asked.pack):
        return False
    if asked.never and view.blocks != 0:
        return False
    return not asked.words or fold(asked.words) in fold(" ".join((view.id, view.why, *view.hits, str(view.where))))
