"""How much memory processes hold (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def resident_memory(pids: set[int]) -> tuple[int, int]:
    """(resident bytes, processes alive) of those of the processes that still run (Linux; else 0)."""
    found = [size for pid in pids if (size := _resident(pid))]
    return sum(found), len(found)


def _resident(pid: int) -> int:
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
