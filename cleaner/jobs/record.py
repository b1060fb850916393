"""A job as it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

#: "deleted" is never shown: the job is gone for its owner, and its files are about to be.
Status = Literal["queued", "running", "finished", "failed", "deleted"]
OPEN: tuple[Status, ...] = ("queued", "running")
HookState = Literal["none", "due", "delivered", "given-up"]


class Wish(NamedTuple):
    """What a client asks for. client: who asks, "" for anybody. key: its Idempotency-Key."""

    format: str
    client: str = ""
    key: str | None = None
    callback: str | None = None


class JobRecord(NamedTuple):
    """One row of the record. Times are seconds of the Unix epoch.

    digest: of the request, SHA-256 in hex. bytes: of the upload, decompressed as HTTP says (Content-Encoding).
    not_before: no worker takes it up earlier. attempts: starts since a shard was last written.
    share: how far the reading of the upload is, 0 to 1. statuses: row status -> rows.
    detail: why it waits or failed. hook_*: of the webhook.
    """

    id: str
    status: Status
    format: str
    bytes: int
    digest: str
    client: str
    key: str | None
    callback: str | None
    created: float
    not_before: float = 0.0
    started: float | None = None
    ended: float | None = None
    attempts: int = 0
    share: float = 0.0
    statuses: Mapping[str, int] = {}  # never written to
    detail: str | None = None
    hook_state: HookState = "none"
    hook_due: float | None = None
    hook_tries: int = 0
    hook_detail: str | None = None

    @property
    def pages(self) -> int:
        return sum(self.statuses.values())
