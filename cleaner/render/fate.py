"""What became of a block: it is in the text, it is a field of the article, or it was cut."""

from __future__ import annotations

from typing import Literal

from cleaner.model import LedgerEntry, Role

Fate = Literal["kept", "data", "cut"]

#: Roles whose words stand in a field of the article: title, images, related, authors and so on.
DATA_ROLES = frozenset(
    {
        *(Role.TITLE, Role.CAPTION, Role.CREDIT, Role.RELATED, Role.BYLINE, Role.AGENCY_SOURCE, Role.DATE),
        *(Role.SOURCE_URL, Role.TAGS, Role.SECTION),
    }
)


def fate(entry: LedgerEntry) -> Fate:
    """Nothing is deleted, but an editor wants to know where to look for it."""
    if entry.kept:
        return "kept"
    return "data" if entry.role in DATA_ROLES else "cut"
