from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest

from cleaner.errors import OptionError
from cleaner.web.access.key import Key, new_key
from cleaner.web.access.rates import Rates


def key(rate: str | None) -> Key:
    return new_key("crawler", ["clean"], [], rate, datetime.now(UTC))[0]


def allowed(rates: Rates, of: Key, times: int) -> list[bool]:
    counted = (rates.count(of) for _ in range(times))
    return [rate.allowed for rate in counted if rate]


def free_port() -> int:
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        return int(wire.getsockname()[1])


@pytest.fixture
def redis_uri(tmp_path: Path) -> Iterator[str]:
    """A Redis of its own on the loopback interface."""
    program = which("redis-server")
    if not program:
        pytest.skip("there is no redis-server")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as wire:
            if wire.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(10)


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


def test_in_redis_all_server_processes_count_together(redis_uri: str) -> None:
    of = key("3/hour")
    assert allowed(Rates(redis_uri), of, 2) == [True, True]
    assert allowed(Rates(redis_uri), of, 2) == [True, False]


def test_without_its_redis_the_service_counts_by_itself() -> None:
    rates, of = Rates(f"redis://127.0.0.1:{free_port()}/0"), key("2/hour")
    began = time.monotonic()
    assert allowed(rates, of, 3) == [True, True, False]
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("uri", ["", "redis", "http://x", "memcached://x"])
def test_another_store_is_refused(uri: str) -> None:
    with pytest.raises(OptionError, match="CLEANER_RATE_STORE"):
        Rates(uri)


def test_counting_starts_no_thread_before_it_is_used() -> None:
    before = len(os.listdir("/proc/self/task"))
    Rates("memory://")
    assert len(os.listdir("/proc/self/task")) == before
