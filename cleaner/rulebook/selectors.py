"""All selectors of the rulebook, to be asked once for each element of the one walk over the tree."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborNode

from cleaner.rulebook.css import Selector

Kind = Literal["rule", "field", "pack"]


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

    @property
    def suits_body(self) -> bool:
        """Whether it may speak of the page's body: a fingerprint or an attribute, nothing said of all that is in it."""
        return self.kind == "pack" or bool(self.attr)

    def selects(self, node: LexborNode) -> bool:
        """Whether it selects this candidate (`css_matches` would also look inside the node)."""
        return self.simple or self.compiled.selects(node)


Entries = tuple[SelectorEntry, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class SelectorIndex:
    """Entries by a key of their rightmost compound; `candidates` looks an element's own keys up.

    Two indexes are equal only when they are one object, so that what was read with one can be kept with it.

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
        return found + self.by_attributes(attributes, self.attributes)

    def by_attributes(self, attributes: Mapping[str, str | None], among: Container[str]) -> list[SelectorEntry]:
        """Entries filed under one of `among`, attributes of the index, that may select an element with these."""
        found: list[SelectorEntry] = []
        for name, value in attributes.items():
            if name not in among:
                continue
            entries = self.attributes[name]
            if name not in self.guards or self.guards[name].search(value or ""):
                found += entries.get(None, ())
            if value is not None:
                found += entries.get(value, ())
        return found
