"""All selectors of the rulebook, to be asked once for each element of the one walk over the tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cleaner.rulebook.entries import Entries, SelectorEntry, by_attributes


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
        return found + by_attributes(self.attributes, self.guards, attributes, self.attributes)
