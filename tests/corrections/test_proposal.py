"""What a draft is tried on: every kept page, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.corrections import Correction
from cleaner.corrections.proposal import Named, Outcome, propose
from cleaner.draft import Draft
from cleaner.errors import InputError
from tests.corrections.samples import CHANGES, PAGE, WHEN_UTC

DRAFT = Draft("sites/a.vn", "[[rule]]", "", "", ())
KEPT = {number: Correction(number, WHEN_UTC, "", "x", CHANGES, PAGE) for number in range(1, 6)}


def test_pages_are_read_when_they_are_tried_and_not_before() -> None:
    read: list[int] = []

    def reading(identifier: int) -> Correction | None:
        read.append(identifier)
        return KEPT.get(identifier)

    def attempt(draft: Draft, pages: Iterable[Named]) -> Iterator[Outcome]:
        for number, page in enumerate(pages):
            assert len(read) <= number
            yield Outcome(page.name, InputError("no page") if number == 1 else ())

    kept = [one.summary() for one in KEPT.values()]
    gone = kept[-1]._replace(id=99)
    proposal = propose(KEPT[3], DRAFT, [*kept, gone], reading, [Named("seed", PAGE)], attempt)
    assert read == [1, 2, 4, 5, 99]
    assert proposal.tried == 6
    assert proposal.check.problems == ("correction 1 could not be tried: no page",)
