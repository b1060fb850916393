"""The selector index, made from all packs: each selector filed under a key of its rightmost compound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cleaner.rulebook.css import Compound, Selector
from cleaner.rulebook.css_parse import compile_selector
from cleaner.rulebook.entries import Entries, Kind, SelectorEntry
from cleaner.rulebook.rule import FieldRule, Pack, Rule
from cleaner.rulebook.selectors import SelectorIndex

Key = tuple[str, str, str | None]  # ("class", name, None), ("id", ...), ("attr", name, value or None), ("tag", ...)


def build_selector_index(packs: Iterable[Pack], rules: Iterable[Rule], fields: Iterable[FieldRule]) -> SelectorIndex:
    """The index of all selectors, in the order of the files."""
    table: dict[Key, list[SelectorEntry]] = {}
    for pack in packs:
        for source in pack.fingerprint:
            _add(table, pack.name, "pack", source)
    for rule in rules:
        for source in rule.where.selectors:
            _add(table, rule.id, "rule", source)
    for field in fields:
        for source in field.selectors:
            _add(table, field.id, "field", source, field.field, field.attr)
    return _index(table)


def _add(
    table: dict[Key, list[SelectorEntry]], owner: str, kind: Kind, source: str, field: str = "", attr: str = ""
) -> None:
    compiled = compile_selector(source)
    key, simple = _key(compiled)
    entry = SelectorEntry(owner, kind, source, simple, compiled, field, attr, _needs(compiled))
    table.setdefault(key, []).append(entry)


def _key(selector: Selector) -> tuple[Key, bool]:
    """The rarest key of the rightmost compound, and whether it is all there is to check."""
    last = selector.compounds[0]
    key = _rarest(last)
    return key, not selector.combinators and last == _only(key)


def _needs(selector: Selector) -> frozenset[str]:
    """The class and id names of the compounds to the left that stand on ancestors."""
    names: set[str] = set()
    for compound, combinator in zip(selector.compounds[1:], selector.combinators, strict=True):
        if combinator in "+~":  # a sibling, and what stands left of it is above that sibling
            break
        names.update(f".{name}" for name in compound.classes)
        if compound.id:
            names.add(f"#{compound.id}")
    return frozenset(names)


def _guard(entries: Entries, name: str) -> re.Pattern[str] | None:
    """What any value must hold that one of these entries accepts; None when one accepts every value."""
    parts = [part for entry in entries for part in entry.compiled.compounds[0].attributes if part.name == name]
    if not parts or any(not part.op for part in parts):
        return None
    return re.compile("|".join(sorted({("^" if part.op == "^=" else "") + re.escape(part.value) for part in parts})))


def _rarest(compound: Compound) -> Key:
    if compound.id:
        return ("id", compound.id, None)
    if compound.classes:
        return ("class", max(compound.classes, key=lambda name: (len(name), name)), None)
    if compound.attributes:
        exact = next((part for part in compound.attributes if part.op == "="), None)
        part = exact or compound.attributes[0]
        return ("attr", part.name, part.value if exact else None)
    return ("tag", compound.tag, None)


def _only(key: Key) -> Compound | None:
    """The compound that says no more than the key."""
    kind, name, _ = key
    if kind == "id":
        return Compound(id=name)
    if kind == "class":
        return Compound(classes=frozenset({name}))
    if kind == "tag":
        return Compound(tag=name)
    return None  # attribute keys are cheap enough to confirm


def _index(table: Mapping[Key, list[SelectorEntry]]) -> SelectorIndex:
    plain: dict[str, dict[str, Entries]] = {"class": {}, "id": {}, "tag": {}}
    attributes: dict[str, dict[str | None, Entries]] = {}
    for (kind, name, value), entries in table.items():
        if kind == "attr":
            attributes.setdefault(name, {})[value] = tuple(entries)
        else:
            plain[kind][name] = tuple(entries)
    guards = {name: _guard(values.get(None, ()), name) for name, values in attributes.items()}
    return SelectorIndex(
        classes=plain["class"],
        ids=plain["id"],
        tags=plain["tag"],
        attributes=attributes,
        needed=frozenset(name for entries in table.values() for entry in entries for name in entry.needs),
        guards={name: guard for name, guard in guards.items() if guard is not None},
    )
