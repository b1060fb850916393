"""How often each rule decided since the service started; for people who look after the rules, not for verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from threading import Lock


class Usage:
    """Counts of one server process. Bounded: its names are those of rules and of steps of the engine."""

    def __init__(self) -> None:
        self.since = datetime.now(UTC)
        self._lock = Lock()
        self._blocks: Counter[str] = Counter()
        self._pages = 0

    def count(self, rules: Iterable[tuple[str, int]]) -> None:
        """One page: (rule, blocks that it decided)."""
        with self._lock:
            self._blocks.update(dict(rules))
            self._pages += 1

    @property
    def pages(self) -> int:
        return self._pages

    def blocks(self) -> Mapping[str, int]:
        """Rule -> blocks that it decided, now."""
        with self._lock:
            return dict(self._blocks)
