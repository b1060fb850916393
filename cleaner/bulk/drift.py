"""What changed at a host from one month of publication to the next: a redesign breaks rules silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from cleaner.bulk.summary import Fact, ranked

MIN_PAGES = 20  # of a month, before it is compared
_USUAL = 0.3  # share of pages on which a rule that is missed later must have fired
_LENGTH_FACTOR = 2.0
_STAGE_SHARE = 0.3


@dataclass(slots=True)
class Month:
    """A host's pages of one month. stages: what decided the body, by pages. rules: pages on which each fired."""

    host: str
    month: str
    pages: int = 0
    not_article: int = 0
    chars: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    alarms: list[str] = field(default_factory=list)

    def add(self, fact: Fact) -> None:
        self.pages += 1
        self.not_article += fact["status"] == "not_article"
        self.chars += fact["chars"] or 0
        self.stages[fact["stage"] or "none"] += 1
        self.rules.update(rule for rule, _ in fact["rules"] or ())

    @property
    def mean_chars(self) -> float:
        return self.chars / self.pages

    def to_dict(self) -> dict[str, Any]:
        return {
            "host": self.host,
            "month": self.month,
            "pages": self.pages,
            "not_article": self.not_article,
            "mean_chars": round(self.mean_chars),
            "stages": dict(ranked(self.stages)),
            "alarms": self.alarms,
        }


def drift(facts: Iterable[Fact]) -> list[Month]:
    """Every host and month with dated pages, in order; alarms where a month differs from the one before."""
    found: dict[tuple[str, str], Month] = {}
    for fact in facts:
        month = (fact["published"] or "")[:7]
        if month and fact["host"]:
            found.setdefault((fact["host"], month), Month(fact["host"], month)).add(fact)
    months = [found[key] for key in sorted(found)]
    large = [month for month in months if month.pages >= MIN_PAGES]
    for before, after in pairwise(large):
        if before.host == after.host:
            after.alarms = list(_alarms(before, after))
    return months


def _alarms(before: Month, after: Month) -> Iterator[str]:
    usual = before.stages.most_common(1)[0][0]
    fallen = before.stages[usual] / before.pages - after.stages[usual] / after.pages
    if fallen >= _STAGE_SHARE:
        yield f"container missing: stage {usual!r} decides {fallen:.0%} fewer pages than in {before.month}"
    if after.not_article / after.pages - before.not_article / before.pages >= _STAGE_SHARE:
        yield f"no story on {after.not_article} of {after.pages} pages"
    ratio = after.mean_chars / before.mean_chars if before.chars else 1.0
    if ratio >= _LENGTH_FACTOR or ratio <= 1 / _LENGTH_FACTOR:
        yield f"length shift: {before.mean_chars:.0f} to {after.mean_chars:.0f} characters"
    for rule, pages in ranked(before.rules):
        if pages >= _USUAL * before.pages and not after.rules[rule]:
            yield f"rule stopped firing: {rule} ({pages} of {before.pages} pages in {before.month})"
