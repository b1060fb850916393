"""Waiting for what happens in other threads and processes, by looking and not by guessing how long it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

#: Seconds after which something that must happen is taken to have failed: much more than the slowest machine needs,
#: since nothing waits for it but a test that fails.
PATIENCE = 300.0


def wait_until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Returns as soon as it is so. Raises AssertionError when it does not come to pass."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise AssertionError("it did not come to pass")
        time.sleep(0.02)


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and is not yet waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
