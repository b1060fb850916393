"""How often a key may ask."""

from __future__ import annotations

import logging
import math
import time
from functools import cached_property
from typing import NamedTuple

import limits
from limits.errors import StorageError
from limits.strategies import FixedWindowRateLimiter

from cleaner.errors import OptionError
from cleaner.web.access.key import Key
from cleaner.web.logs import log

_MEMORY = "memory://"
#: A counter that does not answer must not hold up pages; seconds.
_PATIENCE = 0.25


class Rate(NamedTuple):
    """How a key stands with its rate. limit: requests in `window` seconds. wait: seconds until it is whole again."""

    allowed: bool
    limit: int
    window: int
    remaining: int
    wait: int


class Rates:
    """Counts requests in fixed windows, in memory (of each server process) or in Redis (of all)."""

    def __init__(self, uri: str) -> None:
        """Raises OptionError for a store that there is not."""
        if not uri.startswith((_MEMORY, "redis://", "rediss://", "unix://")):
            raise OptionError(f"CLEANER_RATE_STORE: {uri!r} is neither memory:// nor redis://host:port/number")
        self._uri = uri

    def count(self, key: Key) -> Rate | None:
        """Counts one request; None for a key without a bound."""
        if key.rate is None:
            return None
        item = limits.parse(key.rate)
        try:
            return _counted(self._shared, item, key.id)
        except StorageError as error:
            # Rates keep the service fair, keys keep it shut: without the counter it goes on serving.
            log("rate-store-failed", logging.WARNING, error=type(error.storage_error).__name__)
            return _counted(self._own, item, key.id)

    # Made when first used, so not before the fork: a store has a thread or a connection.
    @cached_property
    def _own(self) -> FixedWindowRateLimiter:
        return FixedWindowRateLimiter(limits.storage.MemoryStorage())

    @cached_property
    def _shared(self) -> FixedWindowRateLimiter:
        if self._uri.startswith(_MEMORY):
            return self._own
        bounds = {"socket_connect_timeout": _PATIENCE, "socket_timeout": _PATIENCE}
        return FixedWindowRateLimiter(limits.storage.storage_from_string(self._uri, wrap_exceptions=True, **bounds))


def _counted(limiter: FixedWindowRateLimiter, item: limits.RateLimitItem, name: str) -> Rate:
    allowed = limiter.hit(item, name)
    reset, remaining = limiter.get_window_stats(item, name)
    return Rate(allowed, item.amount, item.get_expiry(), remaining, max(1, math.ceil(reset - time.time())))


def headers(rate: Rate) -> dict[str, str]:
    """RateLimit fields (draft-ietf-httpapi-ratelimit-headers-10).

    >>> headers(Rate(True, 600, 60, 599, 41))
    {'RateLimit-Policy': '"key";q=600;w=60', 'RateLimit': '"key";r=599;t=41'}
    """
    return {
        "RateLimit-Policy": f'"key";q={rate.limit};w={rate.window}',
        "RateLimit": f'"key";r={rate.remaining};t={rate.wait}',
    }
