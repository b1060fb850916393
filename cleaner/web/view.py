"""A result as the page for people shows it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from markupsafe import Markup

from cleaner.model import Article, BodyBlock, CleanResult, LedgerEntry, Report, Role
from cleaner.render.fate import Fate, fate
from cleaner.render.flow import body_positions
from cleaner.render.html import sanitise

#: Roles by what they are to an editor; each family has one tint, and a name that is read aloud.
FAMILIES: dict[str, tuple[str, frozenset[Role]]] = {
    "head": ("Headline and lead", frozenset({Role.TITLE, Role.SUMMARY})),
    "story": (
        "Story",
        frozenset({Role.BODY, Role.HEADING, Role.LIST_ITEM, Role.QUOTE, Role.TABLE, Role.NOTE, Role.DONATION_DETAILS}),
    ),
    "picture": ("Captions", frozenset({Role.CAPTION, Role.CAPTION_DUPLICATE, Role.CREDIT})),
    "facts": (
        "Byline, date, tags",
        frozenset({Role.BYLINE, Role.AGENCY_SOURCE, Role.DATE, Role.SOURCE_URL, Role.TAGS, Role.SECTION}),
    ),
    "related": ("Other articles", frozenset({Role.RELATED, Role.RELATED_LABEL})),
}
REST = ("page", "Page furniture")


class EntryView(NamedTuple):
    """place: where the block stood, for a title attribute; percent: confidence."""

    entry: LedgerEntry
    fate: Fate
    family: str
    role: str
    percent: int
    place: str


class BlockView(NamedTuple):
    """A body block and the ledger entry it came from (-1 when that is not known)."""

    block: BodyBlock
    html: Markup
    entry: int


class FamilyView(NamedTuple):
    """size: how many entries are of the family."""

    name: str
    title: str
    size: int


class PageView(NamedTuple):
    article: Article
    blocks: tuple[BlockView, ...]
    entries: tuple[EntryView, ...]
    families: tuple[FamilyView, ...]
    report: Report
    kept: int
    title_entry: int
    lead_entry: int


def page_view(result: CleanResult) -> PageView:
    """Everything that the template needs, so that it only loops."""
    entries = tuple(_entry(entry) for entry in result.ledger)
    counts = Counter(view.family for view in entries)
    titles = [(name, title) for name, (title, _) in FAMILIES.items()] + [REST]
    return PageView(
        article=result.article,
        blocks=_blocks(result),
        entries=entries,
        families=tuple(FamilyView(name, title, counts[name]) for name, title in titles if counts[name]),
        report=result.report,
        kept=sum(entry.kept for entry in result.ledger),
        title_entry=_first(result, Role.TITLE),
        lead_entry=_first(result, Role.SUMMARY),
    )


def family(role: Role) -> str:
    """The family of a role.

    >>> family(Role.CREDIT), family(Role.CHROME)
    ('picture', 'page')
    """
    return next((name for name, (_, roles) in FAMILIES.items() if role in roles), REST[0])


def _entry(entry: LedgerEntry) -> EntryView:
    place = entry.path or (f"characters {entry.start} to {entry.end}" if entry.start is not None else "")
    return EntryView(
        entry, fate(entry), family(entry.role), entry.role.replace("_", " "), round(entry.confidence * 100), place
    )


def _blocks(result: CleanResult) -> tuple[BlockView, ...]:
    sources: dict[int, int] = {}
    for position, entry in zip(body_positions(result.ledger, result.article.body), result.ledger, strict=True):
        sources.setdefault(position - 1, entry.id)
    return tuple(
        BlockView(block, Markup(sanitise(block.html)), sources.get(number, -1))
        for number, block in enumerate(result.article.body)
    )


def _first(result: CleanResult, role: Role) -> int:
    return next((entry.id for entry in result.ledger if entry.role is role), -1)
