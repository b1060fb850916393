"""Whether the server process is to end, so that what never ends by itself can end well."""

from __future__ import annotations

import time
from collections.abc import Callable


class Life:
    """ending: says whether the process was told to end; known once a server has started."""

    def __init__(self, grace: float) -> None:
        """grace: seconds that a stream may go on after that."""
        self.ending: Callable[[], bool] = lambda: False
        self._grace = grace
        self._since: float | None = None

    def over(self) -> bool:
        """Whether nothing new may be begun."""
        if not self.ending():
            return False
        if self._since is None:
            self._since = time.monotonic()
        return time.monotonic() - self._since >= self._grace
