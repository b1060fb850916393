"""The element around the story: the name that covers its paragraphs and least of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.draft.entry import RuleDraft
from cleaner.draft.marks import may_mark
from cleaner.draft.roles import examples
from cleaner.draft.sheet import Sheet, covered
from cleaner.draft.telling import Spot, Telling
from cleaner.model import BODY_ROLES, Role

_SHARE = 0.75  # of the story's characters that its container must hold, on every page


def draft_container(sheets: Sequence[Sheet], prefix: str) -> tuple[RuleDraft | None, str]:
    """The weak rule of the container, or None and a remark that there is no name for it."""
    names = {name for sheet in sheets for block in sheet.having(*BODY_ROLES) for name in sheet.marks[block]}
    covers = covered(sheets, sorted(filter(may_mark, names)))
    fitting = [name for name, spots in covers.items() if all(_holds(sheets, n, spots) for n in range(len(sheets)))]
    best = min(fitting, key=lambda name: (len(covers[name]), name[0] != ".", name), default="")
    if not best:
        return None, "body: no one name stands around the story on all of these pages."
    telling = Telling((best,), covers[best], ("", 0))
    hits, misses = examples(sheets, telling)
    strangers = sum(sheets[number].entries[block].role not in BODY_ROLES for number, block in covers[best])
    found = f"body: around the story on {len(sheets)} of {len(sheets)} pages, with {strangers} blocks of other kinds."
    why = "The story's container; it may hold more than the story, so it only helps to judge."
    where = (("selector", telling.selectors),)
    return RuleDraft(f"{prefix}.body", Role.BODY, why, where, hits, misses, weak=True, found=(found,)), ""


def _holds(sheets: Sequence[Sheet], number: int, spots: frozenset[Spot]) -> bool:
    story = sheets[number].having(*BODY_ROLES)
    size = {block: len(sheets[number].entries[block].text) for block in story}
    return sum(size[block] for block in story if (number, block) in spots) >= _SHARE * sum(size.values())
