"""A correction's draft rule with all that a person needs to accept or refuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.corrections.model import Correction, StoredPage
from cleaner.draft import Changed, Draft, compare
from cleaner.errors import CleanerError
from cleaner.limits import Limits
from cleaner.rulebook import Rulebook, extend


class Named(NamedTuple):
    """A stored page and what it is called in the answer."""

    name: str
    page: StoredPage


class Check(NamedTuple):
    """problems: one line for each reason not to accept the draft as it is."""

    ok: bool
    problems: tuple[str, ...]


class Proposal(NamedTuple):
    """toml: to be added to the file of `pack` by a person, or the whole file when it is new; "" when no rule could
    be drafted. changed: every block of a stored page that would be judged otherwise. tried: how many pages were."""

    pack: str
    toml: str
    hit: str
    miss: str
    check: Check
    changed: tuple[Changed, ...]
    tried: int


#: What a draft would change on each of some pages, in their order; an error where a page could not be tried.
Try = Callable[[Draft, Sequence[Named]], Iterable[tuple[Changed, ...] | CleanerError]]


def propose(
    correction: Correction, draft: Draft, kept: Sequence[Correction], seeds: Sequence[Named], attempt: Try
) -> Proposal:
    """The draft held against all kept corrections and the seeds.

    kept: all corrections, this one among them or not. attempt: tries a draft on pages.
    """
    others = [other for other in kept if other.id != correction.id]
    pages = [*map(named, (correction, *others)), *seeds]
    outcomes = list(attempt(draft, pages)) if draft.toml else []
    changed = tuple(one for outcome in outcomes if not isinstance(outcome, CleanerError) for one in outcome)
    problems = (*draft.problems, *_undone((correction, *others), changed), *_not_tried(pages, outcomes))
    return Proposal(
        draft.pack, draft.toml, draft.hit, draft.miss, Check(not problems, problems), changed, len(outcomes)
    )


def named(correction: Correction) -> Named:
    return Named(f"correction {correction.id}", correction.page)


def try_here(rulebook: Rulebook, limits: Limits) -> Try:
    """Tries in this process, without a time limit."""

    def attempt(draft: Draft, pages: Sequence[Named]) -> Iterator[tuple[Changed, ...] | CleanerError]:
        changed = extend(rulebook, draft.toml, draft.pack)
        for name, page in pages:
            try:
                yield compare(name, page.raw(), rulebook, changed, limits)
            except CleanerError as error:
                yield error

    return attempt


def _undone(corrections: Iterable[Correction], changed: Sequence[Changed]) -> Iterator[str]:
    """What a person asked for, what the rules do now, and what they would not do any more."""
    for correction in corrections:
        wishes = {(change.text, change.role.value) for change in correction.changes}
        for one in changed:
            fulfilled = (one.text, one.before.role) in wishes and one.after.role != one.before.role
            if one.page == named(correction).name and fulfilled:
                yield f"{one.page}: block {one.block} shall be {one.before.role} and would be {one.after.role}"


def _not_tried(pages: Sequence[Named], outcomes: Sequence[object]) -> Iterator[str]:
    for (name, _), outcome in zip(pages, outcomes, strict=False):
        if isinstance(outcome, CleanerError):
            yield f"{name} could not be tried: {outcome}"
