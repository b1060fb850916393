"""A store, opened: its database made or brought up to date."""

from __future__ import annotations

from pathlib import Path

from cleaner.corrections.model import Keeper
from cleaner.errors import OptionError

_FILE = "cleaner.db"


def open_store(url: str = "", data: Path | None = None) -> Keeper | None:
    """The store at a database URL (https://docs.sqlalchemy.org/en/20/core/engines.html), or in a file of the data
    folder; None when neither is given.

    Raises OptionError for a URL that is none or when the extra `store` is not installed, StoreError when the
    database cannot be used.
    """
    if not url and data is None:
        return None
    try:
        from cleaner.corrections.store import Store
    except ImportError:
        raise OptionError(
            "keeping corrections needs the extra: pip install '.[store]' in the project's folder"
        ) from None
    return Store.at(url) if url or data is None else Store.in_file(data.resolve() / _FILE)
