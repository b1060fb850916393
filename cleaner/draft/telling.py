"""The selectors that tell some blocks from all others: as few and as general as the stored pages allow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.draft.marks import fits, may_mark
from cleaner.draft.sheet import Sheet, covered
from cleaner.model import Role

Spot = tuple[int, int]  # number of the sheet, block
_MOST_SELECTORS = 4
_LEAST_SHARE = 0.15  # of the blocks that a selector beside the first must add
_MOST_PAIRS = 400
_NEAREST = 5  # names around a block that are combined


class Telling(NamedTuple):
    """selectors: the best first. hit: the wanted blocks that they cover. near: a selector that would cover more, and
    how many blocks of another role it covers as well; ("", 0) when there is none. others: names that tell no less
    than the best one."""

    selectors: tuple[str, ...]
    hit: frozenset[Spot]
    near: tuple[str, int]
    others: tuple[str, ...] = ()


def tell(sheets: Sequence[Sheet], role: Role, wanted: Collection[Spot], free: Collection[Spot] = ()) -> Telling:
    """What covers wanted blocks and none but those and the `free` ones, which may be covered or not."""
    allowed = {*wanted, *free}
    singles = _single(sheets, wanted)
    precise = _precise(singles, allowed)
    chosen = _fewest(precise, role, frozenset(wanted))
    hit = _union(singles[name] for name in chosen) & set(wanted)
    rest = frozenset(wanted) - hit
    if rest and len(chosen) < _MOST_SELECTORS:
        pairs = covered(sheets, _pairs(sheets, rest))
        more = _fewest(_precise(pairs, allowed), role, rest, len(wanted))
        hit |= _union(pairs[name] for name in more) & set(wanted)
        chosen += more
    near = _near(singles, wanted, hit, allowed)
    return Telling(tuple(chosen[:_MOST_SELECTORS]), frozenset(hit), near, _others(precise, chosen, wanted))


def _others(precise: Mapping[str, frozenset[Spot]], chosen: Sequence[str], wanted: Collection[Spot]) -> tuple[str, ...]:
    best = len(precise.get(chosen[0], frozenset()) & set(wanted)) if chosen else 0
    equal = (name for name, spots in precise.items() if name not in chosen and len(spots & set(wanted)) >= best > 0)
    return tuple(equal)[:_MOST_SELECTORS]


def _single(sheets: Sequence[Sheet], wanted: Collection[Spot]) -> dict[str, frozenset[Spot]]:
    """The names around the wanted blocks with all blocks that they cover, outermost first."""
    names = dict.fromkeys(
        name for number, block in sorted(wanted) for name in sheets[number].marks[block] if may_mark(name)
    )
    found: dict[str, set[Spot]] = {name: set() for name in names}
    for number, sheet in enumerate(sheets):
        for block, marks in enumerate(sheet.marks):
            for name in marks:
                if name in found:
                    found[name].add((number, block))
    return {name: frozenset(spots) for name, spots in found.items()}


def _pairs(sheets: Sequence[Sheet], spots: Iterable[Spot]) -> list[str]:
    """Two names, or a name and an element, of those around the blocks."""
    found: dict[str, None] = {}
    for number, block in sorted(spots):
        found.update(dict.fromkeys(_combined(sheets[number].marks[block], sheets[number].document.blocks[block].tag)))
        if len(found) > _MOST_PAIRS:
            break
    return list(found)[:_MOST_PAIRS]


def _combined(marks: tuple[str, ...], tag: str) -> Iterator[str]:
    near = marks[-_NEAREST:]
    for at, outer in enumerate(near):
        if not may_mark(outer):
            continue
        yield from (f"{outer} {inner}" for inner in near[at + 1 :])
        if tag.isalnum():
            yield f"{outer} > {tag}"
            yield f"{outer} {tag}"
            yield f"{tag}{outer}"


def _precise(covers: Mapping[str, frozenset[Spot]], allowed: Collection[Spot]) -> dict[str, frozenset[Spot]]:
    return {name: spots for name, spots in covers.items() if spots and spots <= set(allowed)}


def _fewest(covers: Mapping[str, frozenset[Spot]], role: Role, wanted: frozenset[Spot], of: int = 0) -> list[str]:
    """Greedy set cover: each time what covers most of the rest, then what reads like the role, then the outermost."""
    chosen: list[str] = []
    rest = wanted
    while rest and len(chosen) < _MOST_SELECTORS:
        best = max(covers, key=lambda name: (len(covers[name] & rest), fits(name, role), name[0] == "."), default="")
        added = len(covers[best] & rest) if best else 0
        if not added or (chosen and added < _LEAST_SHARE * max(of, len(wanted))):
            break
        chosen.append(best)
        rest -= covers[best]
    return chosen


def _near(
    covers: Mapping[str, frozenset[Spot]], wanted: Collection[Spot], hit: Collection[Spot], allowed: Collection[Spot]
) -> tuple[str, int]:
    """The name that covers most of what is left, with fewer blocks of another role than wanted ones."""
    rest = set(wanted) - set(hit)
    strangers = {name: len(spots - set(allowed)) for name, spots in covers.items()}
    close = {name: len(spots & rest) for name, spots in covers.items() if 0 < strangers[name] < len(spots & rest)}
    best = max(close, key=lambda name: close[name] - strangers[name], default="")
    return (best, strangers[best]) if best else ("", 0)


def _union(sets: Iterable[Collection[Spot]]) -> set[Spot]:
    return {spot for spots in sets for spot in spots}
