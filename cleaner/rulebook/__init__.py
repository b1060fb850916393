"""The rule packs, loaded and checked: what the engine knows of sites and languages."""

from __future__ import annotations

from cleaner.rulebook.book import Rulebook
from cleaner.rulebook.entries import SelectorEntry
from cleaner.rulebook.extend import extend
from cleaner.rulebook.load import load_rulebook
from cleaner.rulebook.rule import Claim, FieldRule, Pack, Rule, Where
from cleaner.rulebook.selectors import SelectorIndex

__all__ = [
    "Claim",
    "FieldRule",
    "Pack",
    "Rule",
    "Rulebook",
    "SelectorEntry",
    "SelectorIndex",
    "Where",
    "extend",
    "load_rulebook",
]
