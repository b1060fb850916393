"""A rulebook with one pack more, or with rules added to one of its packs: to try rules before they are saved."""

from __future__ import annotations

import hashlib

from cleaner.rulebook.book import Rulebook, make_rulebook
from cleaner.rulebook.load import parse_file, refuse_twins
from cleaner.rulebook.read import PackFile, read_pack, read_rules
from cleaner.rulebook.rule import Pack
from cleaner.rulebook.tree import forget_trees


def extend(book: Rulebook, toml: str, name: str) -> Rulebook:
    """The rulebook as it would be if `toml` were saved.

    name: the pack's, such as "sites/tin.example.vn". A text with a [pack] table is the whole file and takes the
    place of a pack of that name; without one, its rules join the pack of that name.
    Raises RuleSyntaxError as the loader does.
    """
    added = _read(book, toml, name)
    whole = all(pack is not added.pack for pack in book.packs)
    kept = [pack for pack in book.packs if pack.name != name]
    rulebook = make_rulebook(
        (*kept, added.pack),
        (*(rule for rule in book.rules if not (whole and rule.pack == name)), *added.rules),
        (*(field for field in book.fields if not (whole and field.pack == name)), *added.fields),
        hashlib.sha256(f"{book.version}\0{name}\0{toml}".encode()).hexdigest()[: len(book.version)],
    )
    forget_trees()
    return rulebook


def _read(book: Rulebook, toml: str, name: str) -> PackFile:
    file = f"{name}.toml"
    rank, values = parse_file(file, toml.encode("utf-8", "surrogatepass"))
    known = next((pack for pack in book.packs if pack.name == name), None)
    added = read_pack(values, file, rank) if known is None or "pack" in values else read_rules(values, known)
    refuse_twins((*_others(book, name, known if added.pack is known else None), added))
    return added


def _others(book: Rulebook, name: str, joined: Pack | None) -> tuple[PackFile, ...]:
    """The packs whose ids the added rules must not take: all but the one that is replaced."""
    return tuple(
        PackFile(
            pack,
            tuple(rule for rule in book.rules if rule.pack == pack.name),
            tuple(field for field in book.fields if field.pack == pack.name),
        )
        for pack in book.packs
        if pack.name != name or pack is joined
    )
