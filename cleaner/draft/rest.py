"""Names of the markup that stand on every page and that no draft uses: candidates for a person to judge."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cleaner.draft.marks import may_mark
from cleaner.draft.sheet import Sheet, covered
from cleaner.draft.snippet import excerpt
from cleaner.draft.telling import Spot

_MOST_BLOCKS = 3  # that a name may cover on one page; more is a part of the layout
_MOST_LINES = 20


def unused_names(sheets: Sequence[Sheet], used: Collection[str]) -> tuple[str, ...]:
    """A line for each: the name, what its blocks were judged, and their first words.

    used: the selectors of the draft; what they cover needs no other name.
    """
    told = {spot for spots in covered(sheets, used).values() for spot in spots}
    names = dict.fromkeys(mark for marks in sheets[0].marks for mark in marks if may_mark(mark))
    seen: set[frozenset[Spot]] = set()
    lines = []
    for name, spots in covered(sheets, names).items():
        if spots not in seen and _is_small(spots, len(sheets)) and spots.isdisjoint(told):
            seen.add(spots)
            lines.append(" ".join(_line(sheets, name, spots)))
    return tuple(lines[:_MOST_LINES])


def _is_small(spots: Collection[Spot], pages: int) -> bool:
    """On every page, and around few blocks of it."""
    sizes = [sum(number == page for number, _ in spots) for page in range(pages)]
    return all(0 < size <= _MOST_BLOCKS for size in sizes)


def _line(sheets: Sequence[Sheet], name: str, spots: Collection[Spot]) -> Iterator[str]:
    entries = [sheets[number].entries[block] for number, block in sorted(spots)]
    yield f"{name} ({', '.join(sorted({entry.role.value for entry in entries}))}):"
    yield f"“{excerpt(entries[0].text, '…')}”"
