"""What the verdicts say of the blocks, as the field readers ask for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleaner import flags
from cleaner.jsonld import plain_text
from cleaner.model import Block, Head, Role, Verdict
from cleaner.shown import as_shown
from cleaner.text import longer_side

_PRINTED = frozenset(
    {
        Role.TITLE,
        Role.SUMMARY,
        Role.BYLINE,
        Role.AGENCY_SOURCE,
        Role.DATE,
        Role.SOURCE_URL,
        Role.TAGS,
        Role.SECTION,
        Role.COMMENT,
    }
)
_BODY = frozenset({Role.BODY, Role.QUOTE, Role.LIST_ITEM})
_SKIPPED = frozenset({Role.CHROME, Role.RELATED})  # most blocks of a page, looked at once only
_CLOSING = 4
_PARAGRAPH, _SAMPLE, _SHORT_LINES = 80, 1500, 60


class Judged(NamedTuple):
    """printed: blocks by the roles that fields are read from. story: body blocks. closing: the story's
    last block and the few behind it."""

    printed: Mapping[Role, Sequence[Block]]
    story: Sequence[Block]
    closing: Sequence[Block]


def read_verdicts(blocks: Sequence[Block], verdicts: Sequence[Verdict]) -> Judged:
    """One look at the verdicts; nothing without any."""
    printed: dict[Role, list[Block]] = {}
    story: list[Block] = []
    last = 0
    told = [(block, verdict) for block, verdict in zip(blocks, verdicts, strict=False) if verdict.role not in _SKIPPED]
    for block, verdict in told:
        role = verdict.role
        if role in _PRINTED:
            printed.setdefault(role, []).append(as_shown(block))
        elif role in _BODY:
            story.append(block)
        if verdict.kept or role is Role.CAPTION:
            last = block.index
    return Judged(printed, story, blocks[last : last + _CLOSING] if story else ())


def sample_of(blocks: Sequence[Block]) -> str:
    """The first longer blocks; on a page of short lines, the first lines."""
    texts: list[str] = []
    size = 0
    for block in blocks:
        if len(block.text) >= _PARAGRAPH:
            texts.append(block.text)
            size += len(block.text)
            if size >= _SAMPLE:
                break
    return " ".join(texts) or " ".join(block.text for block in blocks[:_SHORT_LINES])


def headings_of(blocks: Sequence[Block], head: Head, titles: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The <h1> blocks, outside menus if there are any such; else the blocks judged title (`titles`), else those that
    print the declared title. What is judged title goes before <h1> that stand in headers only."""
    found = [block for block in blocks if block.tag == "h1"]
    away = flags.NAV | flags.FOOTER | flags.DIALOG
    outside = tuple(block for block in found if not block.flags & away)
    if titles and outside and all(block.flags & flags.HEADER and block.index != titles[0].index for block in outside):
        return (*titles[:1], *outside)  # <h1> is for the site's name and its boxes
    if found and (outside or not titles):
        return outside or tuple(found)
    declared = (*head.metas.get("og:title", ()), head.title, longer_side(head.title or ""))
    wanted = {plain_text(value) for value in declared} - {""}
    return tuple(block for block in blocks if block.text in wanted) or tuple(titles[:1])
