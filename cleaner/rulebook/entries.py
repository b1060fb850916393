"""One selector of the rulebook and whose it is, and those that an element's attributes ask for."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
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


def by_attributes(
    filed: Mapping[str, Mapping[str | None, Entries]],
    guards: Mapping[str, re.Pattern[str]],
    attributes: Mapping[str, str | None],
    among: Container[str],
) -> list[SelectorEntry]:
    """Entries filed under one of `among`, some of the attributes in `filed`, that may select an element with these.

    guards: attribute -> what its value must hold for any entry filed under (attribute, None).
    """
    found: list[SelectorEntry] = []
    for name, value in attributes.items():
        if name not in among:
            continue
        entries = filed[name]
        if name not in guards or guards[name].search(value or ""):
            found += entries.get(None, ())
        if value is not None:
            found += entries.get(value, ())
    return found
