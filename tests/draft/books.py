"""The shipped rulebook without the packs of systems and outlets: how a page of an unknown outlet is met."""

from __future__ import annotations

from cleaner.pipeline import default_rulebook
from cleaner.rulebook import Rulebook
from cleaner.rulebook.book import make_rulebook

SHIPPED = default_rulebook()


def without_sites() -> Rulebook:
    packs = tuple(pack for pack in SHIPPED.packs if pack.rank < 2)
    names = {pack.name for pack in packs}
    rules = tuple(rule for rule in SHIPPED.rules if rule.pack in names)
    fields = tuple(field for field in SHIPPED.fields if field.pack in names)
    return make_rulebook(packs, rules, fields, "0" * 12)


STRANGER = without_sites()
