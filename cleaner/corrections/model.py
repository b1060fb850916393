"""What is kept of a correction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from cleaner.draft import Change
from cleaner.model import Kind, RawPage


class StoredPage(NamedTuple):
    """The page as it was sent; `url` is a label."""

    content: str
    url: str | None = None
    kind: Kind | None = None

    def raw(self) -> RawPage:
        return RawPage(self.content, self.url, None, self.kind)


class Summary(NamedTuple):
    """A correction without its page. created: UTC. rulebook: content hash of the rules that judged."""

    id: int
    created: datetime
    url: str | None
    note: str
    rulebook: str
    changes: tuple[Change, ...]


class Correction(NamedTuple):
    """A person's changes to the verdicts on one page. Fields as in `Summary`."""

    id: int
    created: datetime
    note: str
    rulebook: str
    changes: tuple[Change, ...]
    page: StoredPage

    def summary(self) -> Summary:
        return Summary(self.id, self.created, self.page.url, self.note, self.rulebook, self.changes)


class Keeper(Protocol):
    """Where corrections are kept. All methods raise StoreError when the database cannot be used."""

    def add(
        self, page: StoredPage, changes: Sequence[Change], note: str, rulebook: str, created: datetime
    ) -> Correction: ...

    def newest(self, most: int, before: int | None = None) -> tuple[Summary, ...]: ...

    def get(self, identifier: int) -> Correction | None: ...

    def delete(self, identifier: int) -> bool: ...
