"""The memory of a process: how much of it there may be, and what the C library keeps of it, given back to the system.

Nothing is given back where the C library has no such calls (they are glibc's).
"""

from __future__ import annotations

import ctypes
import resource
from collections.abc import Iterator
from contextlib import contextmanager

# mallopt(3) knows its options by these numbers.
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_ARENAS = 2
#: Bytes: few bodies are larger, and those of most pages should not be asked of the system, page by page, each time.
_LARGE, _KEPT = 1 << 20, 8 << 20


@contextmanager
def bounded_memory(mebibytes: int) -> Iterator[None]:
    """Bounds the private writable memory of the process meanwhile; 0 for no bound.

    Not the address space, which counts mapped libraries (Linux 4.7).
    """
    if not mebibytes:
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (mebibytes * 1024 * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, hard))


def give_back() -> None:
    """A millisecond's work every now and then. Source: malloc_trim(3)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def keep_little() -> None:
    """For a process whose many threads each hold a large body for a moment; to be called before they start.

    By itself the C library gives threads heaps of their own, eight for each core, and with every large buffer that
    is freed it raises the size, up to 32 MiB, from which a buffer lies outside of them: bodies then leave holes
    in a dozen heaps. Source: mallopt(3), M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD.
    """
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(_ARENA_MAX, _ARENAS)
        set_option(_MMAP_THRESHOLD, _LARGE)
        set_option(_TRIM_THRESHOLD, _KEPT)
