"""Rules as the service lists them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class RuleLine(NamedTuple):
    """A rule in short. `decides`: the role it gives, or "field:" and the article field that it finds."""

    id: str
    pack: str
    decides: str
    why: str


class RulePack(NamedTuple):
    name: str
    languages: tuple[str, ...]
    hosts: tuple[str, ...]
    fingerprint: tuple[str, ...]
    seen: str


class RuleList(NamedTuple):
    """version: content hash of the rulebook."""

    version: str
    packs: tuple[RulePack, ...]
    rules: tuple[RuleLine, ...]


class RuleDetail(NamedTuple):
    """A rule with its conditions and its examples. `where`: condition -> its values, as text."""

    id: str
    pack: str
    decides: str
    why: str
    where: Mapping[str, tuple[str, ...]]
    confidence: float | None
    weak: bool
    opens: str | None
    valid_until: str | None
    hits: tuple[str, ...]
    misses: tuple[str, ...]
