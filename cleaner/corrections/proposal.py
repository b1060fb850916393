"""A correction's draft rule with all that a person needs to accept or refuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from cleaner.corrections.model import Correction, StoredPage, Summary
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


class Outcome(NamedTuple):
    """What a draft would change on the page of that name; an error where it could not be tried."""

    name: str
    changed: tuple[Changed, ...] | CleanerError


#: Tries a draft on some pages, which it takes a few at a time; outcomes in their order.
Try = Callable[[Draft, Iterable[Named]], Iterable[Outcome]]
#: A correction with its page, by its id; None for one that is gone.
Read = Callable[[int], Correction | None]


def propose(
    correction: Correction, draft: Draft, kept: Sequence[Summary], read: Read, seeds: Sequence[Named], attempt: Try
) -> Proposal:
    """The draft held against all kept corrections and the seeds; few pages are in memory at one time.

    kept: all corrections, this one among them or not.
    """
    others = [other for other in kept if other.id != correction.id]
    pages = chain(_pages(correction, others, read), seeds)
    outcomes = list(attempt(draft, pages)) if draft.toml else []
    tried = (outcome.changed for outcome in outcomes)
    changed = tuple(one for found in tried if not isinstance(found, CleanerError) for one in found)
    problems = (*draft.problems, *_undone((correction.summary(), *others), changed), *_not_tried(outcomes))
    return Proposal(
        draft.pack, draft.toml, draft.hit, draft.miss, Check(not problems, problems), changed, len(outcomes)
    )


def _pages(correction: Correction, others: Iterable[Summary], read: Read) -> Iterator[Named]:
    yield Named(_name(correction.id), correction.page)
    for other in others:
        if (found := read(other.id)) is not None:
            yield Named(_name(other.id), found.page)


def _name(identifier: int) -> str:
    return f"correction {identifier}"


#: Does the work for one page, within bounds of time and memory.
Bounded = Callable[[Callable[[], tuple[Changed, ...]]], tuple[Changed, ...]]


def try_here(rulebook: Rulebook, limits: Limits, bounded: Bounded) -> Try:
    """Tries one page after the other, each within the bounds."""

    def attempt(draft: Draft, pages: Iterable[Named]) -> Iterator[Outcome]:
        changed = extend(rulebook, draft.toml, draft.pack)
        for name, page in pages:
            try:
                yield Outcome(name, bounded(partial(compare, name, page.raw(), rulebook, changed, limits)))
            except CleanerError as error:
                yield Outcome(name, error)

    return attempt


def _undone(corrections: Iterable[Summary], changed: Sequence[Changed]) -> Iterator[str]:
    """What a person asked for, what the rules do now, and what they would not do any more."""
    for correction in corrections:
        wishes = {(change.text, change.role.value) for change in correction.changes}
        for one in changed:
            fulfilled = (one.text, one.before.role) in wishes and one.after.role != one.before.role
            if one.page == _name(correction.id) and fulfilled:
                yield f"{one.page}: block {one.block} shall be {one.before.role} and would be {one.after.role}"


def _not_tried(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for name, outcome in outcomes:
        if isinstance(outcome, CleanerError):
            yield f"{name} could not be tried: {outcome}"
