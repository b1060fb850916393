"""Puts blocks that were cut back into the article, by an editor's decision."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from html import escape

from cleaner.errors import OptionError
from cleaner.model import BODY_ROLES, Article, BodyBlock, BodyType, LedgerEntry, Role
from cleaner.render.flow import body_positions, printed_lead
from cleaner.render.html import sanitise_inline

#: The rule that stands in the ledger for a person's decision.
RULE = "editor.restore"

_TYPES: dict[Role, BodyType] = {
    Role.HEADING: "heading",
    Role.LIST_ITEM: "list_item",
    Role.QUOTE: "quote",
    Role.TABLE: "table",
    Role.NOTE: "note",
}


def restore(
    article: Article, ledger: tuple[LedgerEntry, ...], ids: Collection[int]
) -> tuple[Article, tuple[LedgerEntry, ...]]:
    """Article and ledger with these entries kept and in the body, at their place in the page.

    An entry that is kept already stays as it is. The article may have been with strangers: the HTML of
    its body is sanitised again. Raises OptionError for an id that is not in the ledger.
    """
    unknown = sorted(set(ids) - {entry.id for entry in ledger})
    if unknown:
        raise OptionError(f"not in the ledger: {', '.join(map(str, unknown))}")
    wanted = {entry.id for entry in ledger if entry.id in ids and not entry.kept}
    kept = tuple(_kept(entry) if entry.id in wanted else entry for entry in ledger)
    return _article(article, ledger, wanted), kept


def _kept(entry: LedgerEntry) -> LedgerEntry:
    role = entry.role if entry.role in BODY_ROLES else Role.BODY
    evidence = f"was {entry.role} by {entry.rule}"
    return entry._replace(role=role, kept=True, rule=RULE, evidence=evidence, confidence=1.0)


def _article(article: Article, ledger: tuple[LedgerEntry, ...], wanted: Collection[int]) -> Article:
    body: list[BodyBlock] = []
    given = tuple(block._replace(html=sanitise_inline(block.html)) for block in article.body)
    taken = 0
    for position, entry in zip(body_positions(ledger, given), ledger, strict=True):
        if entry.id in wanted:
            body += (*given[taken:position], _block(entry))
            taken = position
    body += given[taken:]
    return replace(
        article, body=tuple(body), text="\n\n".join([*printed_lead(article), *(block.text for block in body)])
    )


def _block(entry: LedgerEntry) -> BodyBlock:
    return BodyBlock(_TYPES.get(entry.role, "paragraph"), entry.text, escape(entry.text, quote=False))
