"""Which row holds the page of a revisit, where it is in the same run: data, as all that goes across documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from cleaner.bulk.capture import REVISIT
from cleaner.bulk.summary import Fact


class Place(NamedTuple):
    """A row of the output."""

    id: str
    source: str
    offset: int


class Revisit(NamedTuple):
    """original: the row of the capture that is repeated, and its status; None where this run has not read it.

    by: what leads there: "id" (WARC-Refers-To), "capture" (address and date) or "digest" (of the payload).
    """

    place: Place
    url: str | None
    original: Place | None = None
    status: str | None = None
    by: str | None = None

    def to_dict(self) -> dict[str, Any]:
        original = self.original and {**self.original._asdict(), "status": self.status}
        return {**self.place._asdict(), "url": self.url, "original": original, "by": self.by}


def revisits(facts: Callable[[], Iterable[Fact]]) -> list[Revisit]:
    """All revisits in input order; facts: gives the facts of all rows anew. Memory grows with the revisits alone."""
    found = [fact for fact in facts() if fact["error"] == REVISIT]
    wanted = {key for fact in found for key in fact["captures"] or ()}
    originals: dict[str, Fact] = {}
    for fact in facts() if wanted else ():
        for key in wanted.intersection(fact["captures"] or ()) if fact["error"] != REVISIT else ():
            originals.setdefault(key, fact)  # the first of several with one digest
    return [_resolved(fact, originals) for fact in found]


def _resolved(fact: Fact, originals: Mapping[str, Fact]) -> Revisit:
    revisit = Revisit(_place(fact), fact["url"])
    key = next((key for key in fact["captures"] or () if key in originals), None)
    if key is None:
        return revisit
    original = originals[key]
    return revisit._replace(original=_place(original), status=original["status"], by=key.partition(" ")[0])


def _place(fact: Fact) -> Place:
    return Place(fact["id"], fact["source"], fact["offset"])
