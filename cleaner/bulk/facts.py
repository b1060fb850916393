"""The few facts of each row that the summary and the look across documents are made of."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from cleaner.bulk.batch import Row
from cleaner.bulk.capture import capture_keys
from cleaner.bulk.minhash import fingerprint
from cleaner.bulk.schema import FACTS_SCHEMA
from cleaner.metadata.hosts import host_of
from cleaner.model import CleanResult, Role

#: Kept lines of this length may be furniture that no rule knows; see `repeats`.
_LINE_CHARS = range(6, 201)
_STORY_ROLES = {Role.BODY, Role.LIST_ITEM, Role.NOTE, Role.DONATION_DETAILS, Role.QUOTE, Role.HEADING}


def facts_table(rows: list[Row]) -> pa.Table:
    """One row of `FACTS_SCHEMA` for each row."""
    return pa.Table.from_pylist([_facts(number, row) for number, row in enumerate(rows)], FACTS_SCHEMA)


def _facts(number: int, row: Row) -> dict[str, Any]:
    record = row.record
    found = {
        "id": record.id,
        "source": record.source,
        "offset": record.offset,
        "row": number,
        "url": record.url,
        "host": host_of(record.url or "") or None,
        "status": row.status,
        "error": row.trouble.code if row.trouble else None,
        "captures": capture_keys(record),
    }
    return found | (_article_facts(row.result) if row.result and not row.trouble else {})


def _article_facts(result: CleanResult) -> dict[str, Any]:
    article, report = result.article, result.report
    published = article.published
    facts: dict[str, Any] = {
        "title": article.title,
        "published": published.isoformat() if published else None,
        "agency": article.agency,
        "kind": article.kind,
        "stage": report.stage,
        "quality": report.quality,
        "chars": len(article.text),
        "roles": dict(report.roles),
        "rules": dict(report.rules),
        "warnings": list(report.warnings),
        "lines": _short_lines(result),
        "minhash": fingerprint(article.text),
    }
    host = host_of(article.url or "")
    return facts | ({"host": host} if host else {})


def _short_lines(result: CleanResult) -> list[str]:
    return [entry.text for entry in result.ledger if entry.role in _STORY_ROLES and len(entry.text) in _LINE_CHARS]
