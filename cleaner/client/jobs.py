"""Jobs: large amounts of pages that the service cleans on its own time."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from cleaner.client.call import Call, record
from cleaner.client.calls import outcome
from cleaner.client.errors import UnreadableAnswer
from cleaner.client.page import Outcome

NDJSON = "application/x-ndjson"
#: Media types by the end of a file's name.
MEDIA_TYPES = {
    ".jsonl": NDJSON,
    ".ndjson": NDJSON,
    ".zip": "application/zip",
    ".warc": "application/warc",
    ".warc.gz": "application/warc",
}
_ENDED = frozenset({"done", "failed", "cancelled"})


@dataclass(frozen=True, slots=True)
class Job:
    """status: "queued", "running", "done", "failed" or "cancelled". counts: what became of its pages so far."""

    id: str
    status: str
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def ended(self) -> bool:
        return self.status in _ENDED


def submit(source: bytes | Path, media_type: str | None, key: str | None) -> Call[Job]:
    """With an Idempotency-Key always, so that asking again after a lost answer does not make a second job."""
    headers = {
        "Content-Type": media_type or _media_type(source),
        "Idempotency-Key": key or uuid.uuid4().hex,
    }
    return Call("POST", "/v1/jobs", record(Job), headers=headers, content=source)


def show(job: str) -> Call[Job]:
    return Call("GET", _path(job), record(Job))


def cancel(job: str) -> Call[None]:
    return Call("DELETE", _path(job), lambda data: None)


def result(job: str) -> Call[None]:
    """Its answer is read line by line, with `read_line`."""
    return Call("GET", f"{_path(job)}/result", lambda data: None, headers={"Accept": NDJSON})


def read_line(line: str) -> Outcome:
    """Raises UnreadableAnswer."""
    try:
        return outcome(json.loads(line))
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise UnreadableAnswer(f"a line of the result cannot be read: {error}") from error


def _path(job: str) -> str:
    return f"/v1/jobs/{quote(job, safe='')}"


def _media_type(source: bytes | Path) -> str:
    """By the name of a file. Raises ValueError where it does not tell."""
    name = source.name.lower() if isinstance(source, Path) else ""
    found = [media for suffix, media in MEDIA_TYPES.items() if name.endswith(suffix)]
    if not found:
        raise ValueError(f"say the media_type: one of {', '.join(sorted(set(MEDIA_TYPES.values())))}")
    return found[0]
