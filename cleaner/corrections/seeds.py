"""The sample pages, as pages to try a draft on."""

from __future__ import annotations

from pathlib import Path

from cleaner.corrections.model import StoredPage
from cleaner.corrections.proposal import Named

_SUFFIXES = (".html", ".txt")


def seed_pages(folder: Path | None) -> tuple[Named, ...]:
    """Those of a folder in the order of their names; none without a folder."""
    paths = sorted(folder.iterdir()) if folder else []
    return tuple(Named(path.name, StoredPage(path.read_text("utf-8"))) for path in paths if path.suffix in _SUFFIXES)
