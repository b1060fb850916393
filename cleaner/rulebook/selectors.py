"""All selectors of the rulebook, to be asked once for each element of the one walk over the tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborNode

from cleaner.rulebook.css import Compound, Selector, compile_selector
from cleaner.rulebook.rule import FieldRule, Pack, Rule

Kind = Literal["rule", "field", "pack"]
Key = tuple[str, str, str | None]  # ("class", name, None), ("id", ...), ("attr", name, value or None), ("tag", ...)


class SelectorEntry(NamedTuple):
    """One selector and whose it is.

    owner: rule id, field rule id, or pack name (for a fingerprint), as `kind` says.
    simple: the key under which it was found already decides.
    field, attr: of a field rule: the article field, and the attribute to read ("" for the text).
    needs: the ".class" and "#id" names that its ancestors must have, or it cannot select the element;
        a cheap test that spares most climbs.
    """

    owner: str
    kind: Kind
    selector: str
    simple: bool
    compiled: Selector
    field: str = ""
    attr: str = ""
    needs: frozenset[str] = frozenset()

    def selects(self, node: LexborNode) -> bool:
        """Whether it selects this candidate (`css_matches` would also look inside the node)."""
        return self.simple or self.compiled.selects(node)


Entries = tuple[SelectorEntry, ...]


@dataclass(frozen=True, slots=True)
class SelectorIndex:
    """Entries by a key of their rightmost compound; `candidates` looks an element's own keys up.

    needed: every name that some entry needs an ancestor to have.
    guards: attribute -> what its value must hold for any entry filed under (attribute, None).
    """

    classes: Mapping[str, Entries]
    ids: Mapping[str, Entries]
    tags: Mapping[str, Entries]
    attributes: Mapping[str, Mapping[str | None, Entries]]
    needed: frozenset[str]
    guards: Mapping[str, re.Pattern[str]]

    def candidates(self, tag: str, attributes: Mapping[str, str | None]) -> list[SelectorEntry]:
        """Entries that may select an element with this tag and these attributes; confirm with `selects`."""
        found: list[SelectorEntry] = []
        if tag in self.tags:
            found += self.tags[tag]
        for name, value in attributes.items():
            if name == "class":
                for token in (value or "").split():
                    found += self.classes.get(token, ())
            elif name == "id":
                found += self.ids.get(value or "", ())
        return found + self.by_attributes(attributes)

    def by_attributes(self, attributes: Mapping[str, str | None]) -> list[SelectorEntry]:
        """Entries filed under an attribute that may select an element with these."""
        found: list[SelectorEntry] = []
        for name, value in attributes.items():
            entries = self.attributes.get(name)
            if entries is None:
                continue
            if name not in self.guards or self.guards[name].search(value or ""):
                found += entries.get(None, ())
            if value is not None:
                found += entries.get(value, ())
        return found


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
    if compound.tag:
        return ("tag", compound.tag, None)
    raise ValueError("a selector must name a tag, class, id or attribute at its right end")


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
