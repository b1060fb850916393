"""The words of a page's blocks by their ids, for requests that name blocks."""

from __future__ import annotations

import json

from cleaner.corrections import StoredPage
from cleaner.web.resources.run import run
from cleaner.web.worker import Job


def texts_of(page: StoredPage) -> dict[int, str]:
    """Ledger id -> text. Raises what cleaning raises."""
    result = json.loads(run(Job(page.content, page.url, None, page.kind)).content)
    return {entry["id"]: entry["text"] for entry in result["ledger"]}
