"""The rulebook: all packs, ready to be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from cleaner.model import Block
from cleaner.rulebook.conditions import fits, only_selects, proof
from cleaner.rulebook.rule import Claim, FieldRule, Pack, Rule
from cleaner.rulebook.select import at_home, unconditional
from cleaner.rulebook.selectors import SelectorIndex
from cleaner.rulebook.selectors_build import build_selector_index
from cleaner.rulebook.texts import TextIndex
from cleaner.rulebook.texts_build import build_text_index
from cleaner.text import nfc


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """Loaded once, never changed, shared by all pages; two are equal only when they are one object.

    version: first 12 hex digits of the SHA-256 of the rule files in sorted order.
    by_id: every rule by its id. pack_of: rule or field rule id -> name of its pack.
    conditional: the packs that wait for a host or fingerprint. unconditional: names of the others; on_markup: those of
        them that count on pages of markup, too.
    plain: the claims of the rules that ask for nothing but a selector's cover, by rule id.
    dated: rule id -> the last day of its layout, for the rules that have one.
    """

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]
    fields: tuple[FieldRule, ...]
    version: str
    selectors: SelectorIndex
    by_id: Mapping[str, Rule]
    pack_of: Mapping[str, str]
    conditional: tuple[Pack, ...]
    unconditional: frozenset[str]
    on_markup: frozenset[str]
    texts: TextIndex
    plain: Mapping[str, Claim]
    dated: Mapping[str, date]

    def __reduce__(self) -> tuple[type[Rulebook], tuple[object, ...]]:
        """What it is made from; see `TextIndex`."""
        return Rulebook, tuple(getattr(self, field.name) for field in fields(self))

    def select(
        self, host: str | None = None, seen_fingerprints: frozenset[str] = frozenset(), text: bool = False
    ) -> frozenset[str]:
        """Names of the packs whose rules count on a page; see `cleaner.rulebook.select`."""
        everywhere = self.unconditional if text else self.on_markup
        return everywhere | at_home(self.conditional, host, seen_fingerprints, text)

    def match(self, text: str, link_share: float = 0.0, active: frozenset[str] | None = None) -> tuple[Claim, ...]:
        """What the rules without selectors say of a text with collapsed white space, the strongest last.

        link_share: share of the text inside links, 0..1.
        active: names of the packs that count; None for all that are unconditional.
        """
        text = nfc(text)
        candidates = self.texts.candidates(text, link_share)
        if not candidates:
            return ()
        return self._claims(candidates, text, link_share, self.unconditional if active is None else active)

    def claims(self, block: Block, active: frozenset[str] | None = None) -> tuple[Claim, ...]:
        """What all rules say of a block: those of its words and those whose selector covers it.

        The strongest claim stands last.
        """
        text = block.text
        share = block.link_chars / len(text) if block.link_chars else 0.0
        found = self.match(text, share, active)
        if not block.covers:
            return found
        packs = self.unconditional if active is None else active
        covering = [claim for owner in block.covers if (claim := self._cover(owner, text, share, packs)) is not None]
        return _by_strength((*found, *covering)) if covering else found

    def _cover(self, owner: str, text: str, link_share: float, packs: frozenset[str]) -> Claim | None:
        """The claim of a rule whose selector covers a block, if the rule counts and its other conditions hold."""
        plain = self.plain.get(owner)
        if plain is not None:
            return plain if plain.rule.pack in packs else None
        claims = self._claims((self.by_id[owner],), nfc(text), link_share, packs)
        return claims[0] if claims else None

    def _claims(self, rules: Iterable[Rule], text: str, link_share: float, packs: frozenset[str]) -> tuple[Claim, ...]:
        """The rules among these that hold."""
        claims: list[Claim] = []
        for rule in rules:
            if rule.pack in packs and fits(rule.where, len(text), link_share):
                evidence = proof(rule.where, text)
                if evidence is not None:
                    claims.append(Claim(rule, evidence))
        return _by_strength(claims)


def _by_strength(claims: Collection[Claim]) -> tuple[Claim, ...]:
    """Weak before firm, lower rank first, then the less sure, then by id: an order that no file order changes."""
    return tuple(sorted(claims, key=_strength)) if len(claims) > 1 else tuple(claims)


def _strength(claim: Claim) -> tuple[bool, int, float, str]:
    rule = claim.rule
    return (not rule.weak, rule.rank, rule.confidence, rule.id)


def make_rulebook(
    packs: tuple[Pack, ...], rules: tuple[Rule, ...], fields: tuple[FieldRule, ...], version: str
) -> Rulebook:
    """The rulebook with its indexes; ids are already known to be distinct."""
    owners: tuple[Rule | FieldRule, ...] = (*rules, *fields)
    return Rulebook(
        packs=packs,
        rules=rules,
        fields=fields,
        version=version,
        selectors=build_selector_index(packs, rules, fields),
        by_id={rule.id: rule for rule in rules},
        pack_of={owner.id: owner.pack for owner in owners},
        conditional=tuple(pack for pack in packs if pack.conditional),
        unconditional=unconditional(packs, text=True),
        on_markup=unconditional(packs, text=False),
        texts=build_text_index(rules),
        plain={rule.id: Claim(rule, proof(rule.where, "") or "") for rule in rules if only_selects(rule.where)},
        dated={rule.id: rule.valid_until for rule in rules if rule.valid_until},
    )
