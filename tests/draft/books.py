"""The shipped rulebook without the packs of systems and outlets: how a page of an unknown outlet is met."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.pipeline import default_rulebook
from cleaner.rulebook import Rulebook
from cleaner.rulebook.book import make_rulebook
from cleaner.rulebook.load import RANKS, parse_file
from cleaner.rulebook.read import read_pack

SHIPPED = default_rulebook()


def without_sites() -> Rulebook:
    packs = tuple(pack for pack in SHIPPED.packs if pack.rank < 2)
    names = {pack.name for pack in packs}
    rules = tuple(rule for rule in SHIPPED.rules if rule.pack in names)
    fields = tuple(field for field in SHIPPED.fields if field.pack in names)
    return make_rulebook(packs, rules, fields, "0" * 12)


STRANGER = without_sites()


def with_packs(book: Rulebook, tomls: Mapping[str, str]) -> Rulebook:
    """The rulebook with many packs more, by name: `extend` with each of them would index it as often."""
    files = [
        read_pack(parse_file(f"{name}.toml", toml.encode())[1], f"{name}.toml", RANKS["sites"])
        for name, toml in tomls.items()
    ]
    return make_rulebook(
        (*book.packs, *(file.pack for file in files)),
        (*book.rules, *(rule for file in files for rule in file.rules)),
        (*book.fields, *(field for file in files for field in file.fields)),
        book.version,
    )
