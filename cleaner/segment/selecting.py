"""The rules' selectors, asked once for each element of the walk."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from cleaner.model import FieldHit
from cleaner.rulebook import SelectorEntry, SelectorIndex
from cleaner.segment.element import Element
from cleaner.segment.hints import hints

_MAX_CLASSES = 100
_MAX_KNOWN = 20_000  # pairs (class, id) remembered with an index
_NO_NAMES: frozenset[str] = frozenset()

#: Of a pair (class, id): hint bits, selectors filed under its names, names that other selectors need above them.
Named = tuple[int, tuple[SelectorEntry, ...], frozenset[str]]
#: What the pairs (class, id) say is the same on all pages; pages of one site share most of theirs.
_known: WeakKeyDictionary[SelectorIndex, dict[tuple[str | None, str | None], Named]] = WeakKeyDictionary()


class Selecting:
    """Which selectors select the elements of one page, and what the field rules among them found."""

    def __init__(self, index: SelectorIndex) -> None:
        self.index = index
        self.hits: list[FieldHit] = []
        self.fingerprints: set[str] = set()
        self._known = _known.setdefault(index, {})
        self._ready: dict[tuple[str, frozenset[str]], tuple[SelectorEntry, ...]] = {}

    def read(self, element: Element, attributes: Mapping[str, str | None], block: int) -> None:
        """Note hints, covering rules and field values; `block` is the index of the next block."""
        entries: tuple[SelectorEntry, ...] = ()
        if "class" in attributes or "id" in attributes:
            element.own, entries, names = self._named(attributes.get("class"), attributes.get("id"))
            element.hints |= element.own
            if names:
                element.above |= names
        if not self.index.attributes.keys().isdisjoint(attributes):
            entries += tuple(self.index.by_attributes(attributes))
        if element.tag in self.index.tags:
            entries += self._by_tag(element)
        if entries:
            self._select(element, attributes, entries, block)

    def _named(self, classes: str | None, identifier: str | None) -> Named:
        """What a pair (class, id) says; a page repeats few pairs many times."""
        known = self._known.get((classes, identifier))
        if known is None:
            if len(self._known) >= _MAX_KNOWN:
                self._known.clear()
            known = self._known[classes, identifier] = self._read_names(classes, identifier)
        return known

    def _read_names(self, classes: str | None, identifier: str | None) -> Named:
        names = (classes or "").split()[:_MAX_CLASSES]
        bits, found = hints(identifier or ""), list(self.index.ids.get(identifier or "", ()))
        for name in names:
            bits |= hints(name)
            found += self.index.classes.get(name, ())
        needed = self.index.needed.intersection((f"#{identifier}", *(f".{name}" for name in names)))
        return bits, tuple(found), needed

    def _by_tag(self, element: Element) -> tuple[SelectorEntry, ...]:
        """Selectors filed under the tag whose needs the ancestors' names meet."""
        above = element.parent.above if element.parent is not None else _NO_NAMES
        ready = self._ready.get((element.tag, above))
        if ready is None:
            entries = self.index.tags.get(element.tag, ())
            ready = self._ready[element.tag, above] = tuple(entry for entry in entries if entry.needs <= above)
        return ready

    def _select(
        self,
        element: Element,
        attributes: Mapping[str, str | None],
        entries: tuple[SelectorEntry, ...],
        block: int,
    ) -> None:
        """Add the rules whose selector selects this element to those that cover its text."""
        above = element.parent.above if element.parent is not None else _NO_NAMES
        for entry in entries:
            if not entry.needs <= above or not entry.selects(element.node):
                continue
            if entry.kind == "rule":
                if entry.owner not in element.covers:
                    element.covers = (*element.covers, entry.owner)
            elif entry.kind == "pack":
                self.fingerprints.add(entry.owner)
            else:
                self._hit(element, entry, attributes, block)

    def _hit(self, element: Element, entry: SelectorEntry, attributes: Mapping[str, str | None], block: int) -> None:
        value = attributes.get(entry.attr) if entry.attr else element.node.text(deep=True, separator=" ")
        if value and (value := " ".join(value.split())):
            self.hits.append(FieldHit(entry.field, value, entry.owner, block))
