"""The rulebook held against its own examples: what `cleaner rules check` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from cleaner.rulebook.baits import Clock, Slow, slow_patterns
from cleaner.rulebook.book import Rulebook
from cleaner.rulebook.examples import claimants
from cleaner.rulebook.rule import FieldRule, Pack, Rule


class Failure(NamedTuple):
    """An example that a rule should hit and misses, or should miss and hits. kind: "hit" or "miss"."""

    rule: str
    kind: str
    example: str

    def __str__(self) -> str:
        return f"{self.rule}: {'misses its hit' if self.kind == 'hit' else 'hits its miss'}: {self.example}"


class Conflict(NamedTuple):
    """Two rules of equal rank and confidence but different role that claim the same example."""

    first: str
    second: str
    example: str

    def __str__(self) -> str:
        return f"{self.first} and {self.second} both claim: {self.example}"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """dead: ids of rules that claimed nothing in a corpus; empty when no usage was given."""

    version: str
    packs: int
    rules: int
    fields: int
    hits: int
    misses: int
    failures: tuple[Failure, ...]
    slow: tuple[Slow, ...]
    conflicts: tuple[Conflict, ...]
    dead: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """True when nothing must be mended; dead rules are only worth a look."""
        return not (self.failures or self.slow or self.conflicts)

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each thing to mend."""
        return tuple(map(str, (*self.failures, *self.slow, *self.conflicts)))


def check_rulebook(
    rulebook: Rulebook, usage: Mapping[str, int] | None = None, clock: Clock | None = None
) -> CheckReport:
    """Run every example, bait every pattern, look for conflicts.

    clock: a function that gives seconds, such as `time.process_time`; without one no pattern is
    timed (the engine itself has no clock).
    usage: how often each rule claimed a block in some corpus, by rule id; rules that are absent or
    0 are listed as dead.
    """
    owners: tuple[Rule | FieldRule, ...] = (*rulebook.rules, *rulebook.fields)
    return CheckReport(
        version=rulebook.version,
        packs=len(rulebook.packs),
        rules=len(rulebook.rules),
        fields=len(rulebook.fields),
        hits=sum(len(owner.hits) for owner in owners),
        misses=sum(len(owner.misses) for owner in owners),
        failures=tuple(failure for owner in owners for failure in failures(rulebook, owner)),
        slow=tuple(slow for rule in rulebook.rules for slow in slow_patterns(rule, clock)) if clock else (),
        conflicts=tuple(_conflicts(rulebook)),
        dead=tuple(rule.id for rule in rulebook.rules if not usage.get(rule.id)) if usage is not None else (),
    )


def failures(rulebook: Rulebook, owner: Rule | FieldRule) -> Iterator[Failure]:
    """The examples of one rule that do not behave."""
    for example in owner.hits:
        if owner.id not in claimants(rulebook, owner, example):
            yield Failure(owner.id, "hit", example)
    for example in owner.misses:
        if owner.id in claimants(rulebook, owner, example):
            yield Failure(owner.id, "miss", example)


def _conflicts(rulebook: Rulebook) -> Iterator[Conflict]:
    packs = {pack.name: pack for pack in rulebook.packs}
    seen: set[tuple[str, str]] = set()
    for owner in rulebook.rules:
        for example in owner.hits:
            rules = [rulebook.by_id[name] for name in sorted(claimants(rulebook, owner, example))]
            for first, second in _disagreeing(rules, packs):
                if (first.id, second.id) not in seen:
                    seen.add((first.id, second.id))
                    yield Conflict(first.id, second.id, example)


def _disagreeing(rules: Iterable[Rule], packs: Mapping[str, Pack]) -> Iterator[tuple[Rule, Rule]]:
    """Pairs of firm rules that nothing decides between."""
    firm = [rule for rule in rules if not rule.weak]
    for first, second in combinations(firm, 2):
        equal = (first.rank, first.confidence, first.where.position) == (
            second.rank,
            second.confidence,
            second.where.position,
        )
        if equal and first.role is not second.role and _can_meet(packs[first.pack], packs[second.pack]):
            yield first, second


def _can_meet(first: Pack, second: Pack) -> bool:
    """Whether both packs can count on one page."""
    return first.name == second.name or not (first.hosts and second.hosts) or bool(set(first.hosts) & set(second.hosts))
