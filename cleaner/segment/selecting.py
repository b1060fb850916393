"""The rules' selectors, asked once for each element of the walk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from weakref import WeakKeyDictionary

from cleaner.model import FieldHit
from cleaner.rulebook import SelectorEntry, SelectorIndex
from cleaner.rulebook.entries import by_attributes
from cleaner.segment.element import Element
from cleaner.segment.hints import hints
from cleaner.text import collapse, nfc

_MAX_CLASSES = 100
_MAX_KNOWN = 20_000  # pairs (class, id), and as many classes, remembered with an index
_LONG = 400  # characters of names that are not remembered, so that no page is kept in them
_NO_NAMES: frozenset[str] = frozenset()
_NO_ENTRIES: tuple[SelectorEntry, ...] = ()
K = TypeVar("K")

#: Of a class, an id or a pair of both: hint bits, selectors filed under it, names that other selectors need above them.
Named = tuple[int, tuple[SelectorEntry, ...], frozenset[str]]
_Pair = tuple[str | None, str | None]


class _Known:
    """What classes, and pairs of class and id, say is the same on all pages; pages of one site share most of their
    pairs, all pages many classes.

    needed: a class (".name") or an id ("#name") that selectors need above an element, as the set to be handed down.
    others: attributes beside class and id under which selectors are filed. by_class, by_id: the index' own; the index
    itself is not held, or it would never be let go.
    """

    __slots__ = ("by_class", "by_id", "classes", "needed", "others", "pairs")

    def __init__(self, index: SelectorIndex) -> None:
        self.by_class, self.by_id = index.classes, index.ids
        self.pairs: dict[_Pair, Named] = {}
        self.classes: dict[str, Named] = {}
        self.needed = {name: frozenset((name,)) for name in index.needed}
        self.others = frozenset(index.attributes) - {"class", "id"}

    def of_class(self, name: str) -> Named:
        """What one class says, asked once."""
        named = self.classes.get(name)
        if named is None:
            entries = self.by_class.get(name, _NO_ENTRIES)
            named = (hints(name), entries, self.needed.get(f".{name}", _NO_NAMES))
            _keep(self.classes, name, named, len(name))
        return named

    def of_id(self, identifier: str) -> Named:
        """What an id says; few of them come again."""
        entries = self.by_id.get(identifier, _NO_ENTRIES)
        return hints(identifier), entries, self.needed.get(f"#{identifier}", _NO_NAMES)


def _keep(known: dict[K, Named], key: K, named: Named, size: int) -> None:
    """Remember what a key of `size` characters says."""
    if len(known) >= _MAX_KNOWN:
        known.clear()
    if size < _LONG:
        known[key] = named


_known: WeakKeyDictionary[SelectorIndex, _Known] = WeakKeyDictionary()


class Selecting:
    """Which selectors select the elements of one page, and what the field rules among them found."""

    def __init__(self, index: SelectorIndex) -> None:
        self.index = index
        self.tags = index.tags
        self.hits: list[FieldHit] = []
        self.fingerprints: set[str] = set()
        self._known = _known.get(index) or _known.setdefault(index, _Known(index))
        self._pairs = self._known.pairs
        self._ready: dict[tuple[str, frozenset[str]], tuple[SelectorEntry, ...]] = {}
        self._others = self._known.others

    def read(self, element: Element, attributes: Mapping[str, str | None]) -> tuple[SelectorEntry, ...]:
        """Note the hints of an element. Returns the selectors that may select it, to be asked with `select`."""
        entries = _NO_ENTRIES
        classes, identifier = attributes.get("class"), attributes.get("id")
        if classes is not None or identifier is not None:
            element.own, entries, names = self._pairs.get((classes, identifier)) or self._read_pair(classes, identifier)
            element.hints |= element.own
            if names:
                element.above |= names
        if not self._others.isdisjoint(attributes):
            index = self.index
            entries += tuple(by_attributes(index.attributes, index.guards, attributes, self._others))
        if element.tag in self.tags:
            entries += self._by_tag(element)
        return entries

    def _read_pair(self, classes: str | None, identifier: str | None) -> Named:
        """What a pair (class, id) says; a page repeats few pairs many times."""
        known, index = self._known, self.index
        bits, found, needed = known.of_id(identifier) if identifier else (0, _NO_ENTRIES, _NO_NAMES)
        for name in classes.split()[:_MAX_CLASSES] if classes else ():
            hinted, entries, names = known.of_class(name)
            bits |= hinted
            if entries:
                found += entries
            if names:
                needed |= names
        for name, value in (("class", classes), ("id", identifier)):
            if value and name in index.attributes:
                found += tuple(by_attributes(index.attributes, index.guards, {name: value}, index.attributes))
        named = (bits, found, needed)
        _keep(known.pairs, (classes, identifier), named, len(classes or "") + len(identifier or ""))
        return named

    def _by_tag(self, element: Element) -> tuple[SelectorEntry, ...]:
        """Selectors filed under the tag whose needs the ancestors' names meet."""
        above = element.parent.above if element.parent is not None else _NO_NAMES
        ready = self._ready.get((element.tag, above))
        if ready is None:
            entries = self.index.tags.get(element.tag, ())
            ready = self._ready[element.tag, above] = tuple(entry for entry in entries if entry.needs <= above)
        return ready

    def select(
        self,
        element: Element,
        attributes: Mapping[str, str | None],
        entries: tuple[SelectorEntry, ...],
        block: int,
    ) -> None:
        """Of these, add the rules that select the element to those that cover its text; note fields and packs.

        block: the index of the next block.
        """
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
        if value and (value := collapse(nfc(value))):
            self.hits.append(FieldHit(entry.field, value, entry.owner, block))
