"""Delivers the webhooks that are due; what could not be delivered is due again later."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from urllib3.exceptions import HTTPError

from cleaner.jobs.errors import WebhookRefused
from cleaner.jobs.jobs import Jobs
from cleaner.jobs.record import JobRecord
from cleaner.jobs.webhook.address import addresses_of
from cleaner.jobs.webhook.send import LEASE_SECONDS, post
from cleaner.jobs.webhook.sign import signed_headers
from cleaner.version import __version__

LOGGER = logging.getLogger("cleaner.jobs")
_LONGEST_DELAY = 3600.0
_AT_ONCE = 4
_GONE = "answered 410"


def deliver_due(jobs: Jobs) -> None:
    """One round over all that is due. Any number of workers may do it at the same time."""
    due = jobs.records.due_hooks()
    if due:
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            list(threads.map(lambda record: _deliver(jobs, record), due))


def _deliver(jobs: Jobs, record: JobRecord) -> None:
    records, hooks = jobs.records, jobs.webhooks
    if not records.claim_hook(record, records.clock() + LEASE_SECONDS):
        return
    tries = record.hook_tries + 1
    trouble = _attempt(jobs, record)
    fields = {"job": record.id, "tries": tries, "trouble": trouble}
    LOGGER.info("webhook", extra={"fields": fields})
    if trouble is None:
        records.end_hook(record.id, "delivered", None)
    elif tries >= hooks.tries or trouble == _GONE:
        records.end_hook(record.id, "given-up", trouble)
    else:
        records.put_off_hook(record.id, records.clock() + _delay(hooks.delay, tries), trouble)


def _delay(first: float, tries: int) -> float:
    """Seconds after so many tries: doubled each time, at most an hour.

    >>> _delay(10, 1), _delay(10, 4), _delay(10, 30)
    (10.0, 80.0, 3600.0)
    """
    return min(first * float(1 << min(tries - 1, 30)), _LONGEST_DELAY)


def _attempt(jobs: Jobs, record: JobRecord) -> str | None:
    """What went wrong; None when the target took it (2xx)."""
    try:
        target = jobs.webhooks.target(record.callback or "")  # the settings may have changed since
        addresses = addresses_of(target.host, target.port, jobs.webhooks.private)
        body = payload(record)
        signed = signed_headers(jobs.webhooks.secrets, f"msg_{record.id}", int(jobs.records.clock()), body)
        status = post(target, addresses, body, {**_HEADERS, **signed})
    except (WebhookRefused, HTTPError) as error:
        return str(error) if isinstance(error, WebhookRefused) else type(error).__name__
    return None if 200 <= status < 300 else f"answered {status}"


_HEADERS = {"Content-Type": "application/json", "User-Agent": f"cleaner/{__version__}"}


def payload(record: JobRecord) -> bytes:
    """The body: the same at every try. No word of any page is in it."""
    link = f"/v1/jobs/{record.id}"
    told = {
        "type": f"job.{record.status}",
        "timestamp": datetime.fromtimestamp(record.ended or 0, UTC).isoformat(),
        "data": {
            "id": record.id,
            "status": record.status,
            "pages": record.pages,
            "statuses": record.statuses,
            "links": {"self": link, "result": f"{link}/result"},
        },
    }
    return json.dumps(told, separators=(",", ":")).encode()
