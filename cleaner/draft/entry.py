"""A rule or field rule that was drafted, not yet written down."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.model import Role


class RuleDraft(NamedTuple):
    """where: conditions of the rule by their names in the format, such as {"selector": (".box",)}, as pairs.

    found: what the draft rests on, for the comment above it.
    """

    id: str
    role: Role
    why: str
    where: tuple[tuple[str, tuple[str, ...] | int], ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    confidence: float = 0.9
    weak: bool = False
    found: tuple[str, ...] = ()


class FieldDraft(NamedTuple):
    """attr: the attribute to read, "" for the element's text."""

    id: str
    field: str
    selectors: tuple[str, ...]
    attr: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    found: tuple[str, ...] = ()


class PackDraft(NamedTuple):
    """The [pack] table.

    fingerprint: selectors that a person may want to add, see `cleaner.draft.pack`.
    unused: names of the markup that no drafted rule uses, a line for each.
    """

    host: str
    languages: tuple[str, ...]
    seen: str
    site_name: str
    dateline_prefixes: tuple[str, ...]
    generator: str
    fingerprint: tuple[str, ...]
    remarks: tuple[str, ...]
    unused: tuple[str, ...] = ()
