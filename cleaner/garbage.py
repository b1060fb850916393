"""The garbage collector in a process that only cleans pages."""

from __future__ import annotations

import gc


def postpone_garbage() -> None:
    """From here on garbage in cycles is collected only when `gc.collect` is called, and only what came since.

    The engine makes hardly any cycles; looking for them while it works costs some eight per cent.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
