"""Memory that pages needed and the C library keeps, given back to the system."""

from __future__ import annotations

import ctypes


def give_back() -> None:
    """A millisecond's work every now and then; nothing where the C library has no such call (it is glibc's).

    Source: malloc_trim(3).
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
