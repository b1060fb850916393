"""The shipped rulebook, read once for all tests: it never changes, and to read it takes most of a second."""

from __future__ import annotations

from pathlib import Path

from cleaner.pipeline import default_rulebook
from cleaner.rulebook import Rulebook, load_rulebook


def loaded(folder: Path | None = None) -> Rulebook:
    """What `load_rulebook` gives, in its place."""
    return load_rulebook(folder) if folder else default_rulebook()
