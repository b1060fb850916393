from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cleaner.errors import OptionError
from cleaner.web.access.key import Key, new_key
from cleaner.web.access.rates import Rates
from tests.ports import closed_port
from tests.redis_server import needs_redis, running_redis


def key(rate: str | None) -> Key:
    return new_key("crawler", ["clean"], [], rate, datetime.now(UTC))[0]


def allowed(rates: Rates, of: Key, times: int) -> list[bool]:
    counted = (rates.count(of) for _ in range(times))
    return [rate.allowed for rate in counted if rate]


@pytest.fixture
def redis_uri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A Redis that is waited for: after its usual patience, a quarter of a second, a service counts by itself."""
    monkeypatch.setattr("cleaner.web.access.rates._PATIENCE", 100.0)
    with running_redis(tmp_path) as redis:
        yield redis.url


def test_in_memory_each_key_has_its_own_count() -> None:
    rates, first, second = Rates("memory://"), key("2/hour"), key("1/hour")
    assert allowed(rates, first, 3) == [True, True, False]
    assert allowed(rates, second, 2) == [True, False]
    assert rates.count(key(None)) is None


def test_a_rate_says_how_it_stands() -> None:
    rate = Rates("memory://").count(key("5/hour"))
    assert rate
    assert (rate.limit, rate.window, rate.remaining) == (5, 3600, 4)
    assert 1 <= rate.wait <= 3600


@needs_redis
def test_in_redis_all_server_processes_count_together(redis_uri: str) -> None:
    of = key("3/hour")
    assert allowed(Rates(redis_uri), of, 2) == [True, True]
    assert allowed(Rates(redis_uri), of, 2) == [True, False]


def test_without_its_redis_the_service_counts_by_itself() -> None:
    with closed_port() as port:
        rates, of = Rates(f"redis://127.0.0.1:{port}/0"), key("2/hour")
        began = time.monotonic()
        assert allowed(rates, of, 3) == [True, True, False]
        assert time.monotonic() - began < 60


@pytest.mark.parametrize("uri", ["", "redis", "http://x", "memcached://x"])
def test_another_store_is_refused(uri: str) -> None:
    with pytest.raises(OptionError, match="CLEANER_RATE_STORE"):
        Rates(uri)


def test_counting_starts_no_thread_before_it_is_used() -> None:
    before = {*os.listdir("/proc/self/task")}
    Rates("memory://")
    assert {*os.listdir("/proc/self/task")} <= before  # one of another test may end meanwhile
