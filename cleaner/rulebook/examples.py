"""Whether a rule holds for an example: a line of text, or a snippet of HTML when the rule has selectors."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.rulebook.book import Rulebook
from cleaner.rulebook.conditions import fits, proof
from cleaner.rulebook.entries import SelectorEntry
from cleaner.rulebook.rule import FieldRule, Rule
from cleaner.text import collapse


def claimants(rulebook: Rulebook, owner: Rule | FieldRule, example: str) -> frozenset[str]:
    """Ids of the rules (or field rules) that claim an example written for `owner`, whatever their pack."""
    if isinstance(owner, FieldRule):
        return frozenset(entry.owner for entry, _ in _selected(rulebook, example) if entry.kind == "field")
    if owner.where.selectors:
        return frozenset(_covering(rulebook, example))
    packs = frozenset(pack.name for pack in rulebook.packs)
    claims = rulebook.match(collapse(example), 1.0 if owner.where.linked else 0.0, packs)
    return frozenset(claim.rule.id for claim in claims)


def _covering(rulebook: Rulebook, html: str) -> Iterator[str]:
    """Rules one of whose selectors selects an element with a text that meets their other conditions."""
    for entry, node in _selected(rulebook, html):
        if entry.kind == "rule":
            text = unicodedata.normalize("NFC", collapse(node.text(deep=True)))
            where = rulebook.by_id[entry.owner].where
            if fits(where, len(text), 1.0 if where.linked else 0.0) and proof(where, text) is not None:
                yield entry.owner


def _selected(rulebook: Rulebook, html: str) -> Iterator[tuple[SelectorEntry, LexborNode]]:
    """All selectors of the rulebook that select an element of a snippet, each with the element.

    As on a page, nothing speaks for the whole body.
    """
    body = LexborHTMLParser(html).body
    for node in body.traverse() if body is not None else ():
        tag = node.tag or ""
        if tag[:1].isalpha():
            for entry in rulebook.selectors.candidates(tag, node.attributes):
                if entry.selects(node) and (tag != "body" or entry.suits_body):
                    yield entry, node
