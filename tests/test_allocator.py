"""How much memory there may be, and what threads with large bodies leave behind: seen in processes of their own, since
the options last as long as one."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from tests.waiting import PATIENCE

MEBIBYTE = 1024 * 1024

#: Prints by how many bytes a process of twelve threads has grown when all that they held is freed, but for 400 KB.
#: They hold bodies in turns: how many did at once would be the machine's doing.
THREADS = """
import sys, threading
from pathlib import Path
from cleaner.allocator import keep_little

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

def hold_bodies():
    together.wait()
    for _ in range(40):
        with turn:
            bodies = [bytearray(300_000) for _ in range(8)]
            kept.append(bytearray(900))
            bodies.clear()

if sys.argv[1] == "little":
    keep_little()
kept, together, turn, before = [], threading.Barrier(12), threading.Lock(), resident()
for size in range(1, 31):
    bytearray(size << 20)
threads = [threading.Thread(target=hold_bodies) for _ in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(resident() - before)
"""


def grown_by(kept: str) -> int:
    command = [sys.executable, "-c", THREADS, kept]
    return int(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the options are glibc's")
def test_bodies_that_threads_held_are_given_back() -> None:
    assert grown_by("little") < 8 * MEBIBYTE < grown_by("all")


def test_memory_is_bounded_meanwhile() -> None:
    code = (
        "from cleaner.allocator import bounded_memory\n"
        "with bounded_memory(1024):\n"
        "    try: bytearray(2048 << 20)\n"
        "    except MemoryError: print('bounded')\n"
        "with bounded_memory(0): print(len(bytearray(1100 << 20)) >> 20)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=PATIENCE)
    assert done.stdout == "bounded\n1100\n", done.stderr
