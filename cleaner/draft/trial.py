"""What a changed rulebook would do to a stored page: both verdicts of every block that it moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cleaner.limits import Limits
from cleaner.model import LedgerEntry, RawPage
from cleaner.pipeline import clean_page
from cleaner.rulebook import Rulebook

Key = tuple[str, int]  # words, and how many blocks before it have the same


class Judged(NamedTuple):
    """A verdict in short; `role` is "" where the page is cut otherwise and the block is gone."""

    role: str
    kept: bool
    rule: str


class Changed(NamedTuple):
    """page: what the page is called. block: id of the entry in the ledger as it is now (-1 when it is new)."""

    page: str
    block: int
    text: str
    before: Judged
    after: Judged


_NOWHERE = Judged("", False, "")


def compare(name: str, page: RawPage, before: Rulebook, after: Rulebook, limits: Limits) -> tuple[Changed, ...]:
    """The blocks whose role or fate the second rulebook changes. Raises InputError as the pipeline does."""
    old, new = (_by_words(clean_page(page, book, limits).ledger) for book in (before, after))
    pairs = ((old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new)))
    return tuple(_changed(name, was, now) for was, now in pairs if _fate(was) != _fate(now))


def _by_words(ledger: Iterable[LedgerEntry]) -> dict[Key, LedgerEntry]:
    """Entries by what does not change when a rule cuts lines otherwise."""
    seen: Counter[str] = Counter()
    found: dict[Key, LedgerEntry] = {}
    for entry in ledger:
        found[entry.text, seen[entry.text]] = entry
        seen[entry.text] += 1
    return found


def _fate(entry: LedgerEntry | None) -> tuple[str, bool]:
    return (entry.role, entry.kept) if entry is not None else ("", False)


def _changed(name: str, was: LedgerEntry | None, now: LedgerEntry | None) -> Changed:
    shown = was or now
    return Changed(name, was.id if was else -1, shown.text if shown else "", _judged(was), _judged(now))


def _judged(entry: LedgerEntry | None) -> Judged:
    return Judged(entry.role.value, entry.kept, entry.rule) if entry is not None else _NOWHERE
