"""What goes in and what comes out when there are many pages."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.client.errors import ServiceRefused
from cleaner.model import CleanResult, Kind

Id = str | int | None


class Page(NamedTuple):
    """One page. `content`: bytes as they were fetched (best: the service finds their encoding), or text.

    `url` is a label and is never fetched. `content_type` is the page's HTTP Content-Type. `kind` says
    what it is where that is known. `id` comes back with the outcome.
    """

    content: bytes | str
    url: str | None = None
    content_type: str | None = None
    kind: Kind | None = None
    id: Id = None


class Outcome(NamedTuple):
    """Of one page among others: `result`, or the `error` instead."""

    id: Id
    result: CleanResult | None = None
    error: ServiceRefused | None = None

    def unwrap(self) -> CleanResult:
        """The result. Raises the error where there is one."""
        if self.result is None:
            raise self.error or ValueError("an outcome with neither result nor error")
        return self.result
