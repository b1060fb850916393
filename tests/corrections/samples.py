"""Corrections for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from cleaner.corrections import StoredPage
from cleaner.draft import Change, Was
from cleaner.model import Role

WHEN = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=7)))
WHEN_UTC = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
PAGE = StoredPage("<p>Đoạn một.</p>\x00", "https://tin.mau.vn/a.html", "html")
CHANGES = (
    Change(4, Role.RELATED, False, Was(Role.BODY, "judge.story", True), "Bài khác"),
    Change(2, Role.SUMMARY, True, Was(Role.CHROME, "judge.furniture", False), "Lời dẫn\x00"),
)
