"""A rule for each role that the pages' markup tells from all else; for the others, a remark that says what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.draft.entry import RuleDraft
from cleaner.draft.sheet import Sheet
from cleaner.draft.snippet import bare, excerpt, hit_of, miss_of
from cleaner.draft.telling import Spot, Telling, tell
from cleaner.model import Role
from cleaner.rulebook import Rulebook

_FAMILY = 2  # rank from which a pack knows this markup


class Kind(NamedTuple):
    """why: the rule's sentence. max_chars: longer blocks are something else, 0 for any length. free: roles of blocks
    that may stand in the same box."""

    why: str
    max_chars: int = 0
    free: tuple[Role, ...] = ()


KINDS = {
    Role.TITLE: Kind("The printed headline."),
    Role.SUMMARY: Kind("The printed lead."),
    Role.BYLINE: Kind("The signature.", 200, (Role.AGENCY_SOURCE,)),
    Role.DATE: Kind("The date line.", 120),
    Role.SECTION: Kind("The breadcrumb or the section above the headline.", 200),
    Role.CAPTION: Kind("The words of a picture.", 900, (Role.CREDIT, Role.CAPTION_DUPLICATE)),
    Role.RELATED: Kind("Boxes of other articles.", 0, (Role.RELATED_LABEL, Role.CHROME, Role.PROMO)),
    Role.TAGS: Kind("The story's key words.", 600, (Role.RELATED_LABEL, Role.CHROME)),
    Role.SHARE_WIDGET: Kind("Share buttons and like tools.", 400, (Role.CHROME,)),
    Role.COMMENT: Kind("The comment box.", 0, (Role.CHROME,)),
}


class Told(NamedTuple):
    """What came of one role: a rule and the selectors it rests on, or only remarks."""

    rule: RuleDraft | None
    telling: Telling | None
    remarks: tuple[str, ...]


def draft_role(sheets: Sequence[Sheet], role: Role, prefix: str, rulebook: Rulebook) -> Told:
    """The rule of one role.

    prefix: what the ids of the pack begin with. Blocks that a pack of this markup decided already need no rule.
    """
    kind = KINDS[role]
    all_of_it = _spots(sheets, role)
    known = {spot for spot in all_of_it if _decided(sheets, spot, rulebook)}
    wanted = [spot for spot in all_of_it if spot not in known]
    if not wanted:
        return Told(None, None, tuple(_no_blocks(role, sheets, known)))
    free = [*known, *(spot for other in kind.free for spot in _spots(sheets, other))]
    telling = tell(sheets, role, wanted, free)
    found = tuple(_found(role, telling, wanted, sheets))
    if not telling.selectors:
        return Told(None, telling, found)
    return Told(_rule(sheets, role, prefix, kind, telling)._replace(found=found), telling, ())


def _spots(sheets: Sequence[Sheet], role: Role) -> list[Spot]:
    return [(number, block) for number, sheet in enumerate(sheets) for block in sorted(sheet.having(role))]


def _decided(sheets: Sequence[Sheet], spot: Spot, rulebook: Rulebook) -> bool:
    rule = rulebook.by_id.get(_entry_rule(sheets, spot))
    return rule is not None and rule.rank >= _FAMILY


def _entry_rule(sheets: Sequence[Sheet], spot: Spot) -> str:
    return sheets[spot[0]].entries[spot[1]].rule


def _no_blocks(role: Role, sheets: Sequence[Sheet], known: set[Spot]) -> Iterator[str]:
    if known:
        rules = sorted({_entry_rule(sheets, spot) for spot in known})
        yield f"{role}: told by {', '.join(rules)} already."
    else:
        yield f"{role}: none on these pages."


def _found(role: Role, telling: Telling, wanted: Sequence[Spot], sheets: Sequence[Sheet]) -> Iterator[str]:
    """Evidence for the comment: what is told, and the first that is not."""
    pages = len({number for number, _ in wanted})
    yield f"{role}: tells {len(telling.hit)} of {len(wanted)} blocks on {pages} of {len(sheets)} pages, and no other."
    if telling.others:
        yield f"  as well as: {', '.join(telling.others)}"
    left = [spot for spot in wanted if spot not in telling.hit]
    if left:
        number, block = left[0]
        yield f"  not told: “{excerpt(sheets[number].entries[block].text, '…')}”"
    if telling.near[0]:
        yield f"  {telling.near[0]} would tell more, but {telling.near[1]} of another kind as well."


def _rule(sheets: Sequence[Sheet], role: Role, prefix: str, kind: Kind, telling: Telling) -> RuleDraft:
    hits, misses = examples(sheets, telling)
    size = (("max_chars", kind.max_chars),) if kind.max_chars else ()
    where = (*size, ("selector", telling.selectors))
    return RuleDraft(f"{prefix}.{role.value.replace('_', '-')}", role, kind.why, where, hits, misses, 0.95)


def examples(sheets: Sequence[Sheet], telling: Telling) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Hits, one for each selector around words that it covers; misses, the nearest other block and the bare words."""
    number, block = min(telling.hit)
    sheet = sheets[number]
    text = sheet.entries[block].text
    hits = tuple(dict.fromkeys(hit_of(sheet, selector, text) for selector in telling.selectors))
    others = {spot[1] for spot in telling.hit if spot[0] == number}
    near = sorted(set(range(len(sheet.entries))) - others, key=lambda index: abs(index - block))
    misses = [bare(text), *(miss_of(sheet, index) for index in near[: max(1, len(hits) - 1)])]
    return hits, tuple(dict.fromkeys(misses))
