"""Puts blocks that were cut back into the article, by an editor's decision."""

from __future__ import annotations

from collections.abc import Collection

from cleaner.errors import OptionError
from cleaner.model import BODY_ROLES, Article, LedgerEntry, Role
from cleaner.render.revise import VerdictChange, revise_blocks


def restore(
    article: Article, ledger: tuple[LedgerEntry, ...], ids: Collection[int]
) -> tuple[Article, tuple[LedgerEntry, ...]]:
    """Article and ledger with these entries kept and in the body, at their place in the page: `revise` for editors
    who only ever put back, and who have no report.

    An entry that is kept already stays as it is. Raises OptionError for an id that is not in the ledger.
    """
    known = {entry.id: entry for entry in ledger}
    if unknown := sorted(set(ids) - known.keys()):
        raise OptionError(f"not in the ledger: {', '.join(map(str, unknown[:20]))}")
    back = (known[identifier] for identifier in ids if not known[identifier].kept)
    return revise_blocks(article, ledger, [VerdictChange(entry.id, _role(entry), True) for entry in back])


def _role(entry: LedgerEntry) -> Role:
    return entry.role if entry.role in BODY_ROLES else Role.BODY
