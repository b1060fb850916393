"""The records of the API that the service writes and the client reads as they are: declared once, for both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, NamedTuple

#: Prefix of our problem types; the rest is the error's `code`.
TYPE_PREFIX = "urn:cleaner:problem:"


class Fault(NamedTuple):
    """One thing that is wrong with a request body; `pointer` is a JSON Pointer as URI fragment (RFC 6901)."""

    pointer: str
    detail: str


class RuleLine(NamedTuple):
    """A rule in short. `decides`: the role it gives, or "field:" and the article field that it finds.

    Rules of the pack "engine" are code, and may give one of several roles."""

    id: str
    pack: str
    decides: str
    why: str


class RulePack(NamedTuple):
    name: str
    languages: tuple[str, ...]
    hosts: tuple[str, ...]
    fingerprint: tuple[str, ...]
    seen: str


class RuleList(NamedTuple):
    """version: content hash of the rulebook."""

    version: str
    packs: tuple[RulePack, ...]
    rules: tuple[RuleLine, ...]


class RuleDetail(NamedTuple):
    """A rule with its conditions and its examples. `where`: condition -> its values, as text."""

    id: str
    pack: str
    decides: str
    why: str
    where: Mapping[str, tuple[str, ...]]
    confidence: float | None
    weak: bool
    opens: str | None
    valid_until: str | None
    hits: tuple[str, ...]
    misses: tuple[str, ...]


class JobProgress(NamedTuple):
    """share: how far the reading of the upload is, 0 to 1. pages: rows of the result so far.

    statuses: the same by status: cleaned, not_article, skipped, failed, timed_out.
    """

    share: float
    pages: int
    statuses: Mapping[str, int]


class JobWebhook(NamedTuple):
    """detail: what went wrong at the last try."""

    url: str
    state: Literal["none", "due", "delivered", "given-up"]
    tries: int
    detail: str | None


class JobLinks(NamedTuple):
    """Paths on the service."""

    self: str
    result: str


class JobStatus(NamedTuple):
    """bytes: of the upload. expires: when job and result are deleted. detail: why it waits or has failed."""

    id: str
    status: Literal["queued", "running", "finished", "failed"]
    format: Literal["ndjson", "zip", "warc"]
    bytes: int
    created: datetime
    started: datetime | None
    ended: datetime | None
    expires: datetime | None
    progress: JobProgress
    detail: str | None
    webhook: JobWebhook | None
    links: JobLinks
