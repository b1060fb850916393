"""Corrections to rows of the tables and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping

from cleaner.corrections.model import Correction, StoredPage, Summary
from cleaner.draft import Change, Was
from cleaner.model import Role

_NUL = "\x00"  # PostgreSQL takes none in its text columns


def correction_row(
    page: StoredPage, note: str, rulebook: str, created: datetime
) -> dict[str, str | bytes | datetime | None]:
    """created: with its zone; kept in UTC."""
    return {
        "created": created.astimezone(UTC),
        "note": note.replace(_NUL, ""),
        "rulebook": rulebook,
        "url": page.url.replace(_NUL, "") if page.url is not None else None,
        "kind": page.kind,
        "content": page.content.encode("utf-8", "surrogatepass"),
    }


def change_rows(identifier: int, changes: Iterable[Change]) -> list[dict[str, str | bytes | int | bool]]:
    return [
        {
            "correction": identifier,
            "number": number,
            "block": change.block,
            "role": change.role.value,
            "kept": change.kept,
            "was_role": change.was.role.value,
            "was_rule": change.was.rule.replace(_NUL, ""),
            "was_kept": change.was.kept,
            "text": change.text.encode("utf-8", "surrogatepass"),
        }
        for number, change in enumerate(changes)
    ]


def correction(row: RowMapping, changes: Sequence[RowMapping]) -> Correction:
    """changes: its rows, in order."""
    page = StoredPage(row["content"].decode("utf-8", "surrogatepass"), row["url"], row["kind"])
    return Correction(row["id"], _utc(row["created"]), row["note"], row["rulebook"], tuple(map(_change, changes)), page)


def summary(row: RowMapping, changes: Sequence[RowMapping]) -> Summary:
    """row: as for `correction`, without the content."""
    changed = tuple(map(_change, changes))
    return Summary(row["id"], _utc(row["created"]), row["url"], row["note"], row["rulebook"], changed)


def _change(row: RowMapping) -> Change:
    was = Was(Role(row["was_role"]), row["was_rule"], row["was_kept"])
    return Change(row["block"], Role(row["role"]), row["kept"], was, row["text"].decode("utf-8", "surrogatepass"))


def _utc(value: Any) -> datetime:
    """SQLite gives times back without their zone."""
    moment: datetime = value
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
