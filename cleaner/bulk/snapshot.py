"""A run at one moment, and how it reads."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.bulk.record import STATUSES


class Snapshot(NamedTuple):
    """The run at one moment. seconds: since the start; eta: seconds left, None when it cannot be told."""

    rows: int
    known: int
    statuses: dict[str, int]
    seconds: float
    share: float
    eta: float | None
    host: str
    memory_mb: int
    workers: int

    @property
    def rate(self) -> float:
        """Pages a second of this try."""
        return self.rows / self.seconds if self.seconds > 0 else 0.0

    def line(self) -> str:
        """The run in one line."""
        counts = " · ".join(f"{name} {self.statuses[name]:,}" for name in STATUSES if self.statuses.get(name))
        known = f" (+{self.known:,} done before)" if self.known else ""
        parts = [
            f"{self.share:4.0%}",
            f"{self.rows:,} pages{known}",
            f"{self.rate:.1f}/s",
            f"ETA {_clock(self.eta)}",
            counts,
            self.host,
            f"{self.memory_mb:,} MB" + (f" in {self.workers} workers" if self.workers else ""),
        ]
        return " | ".join(part for part in parts if part)


def _clock(seconds: float | None) -> str:
    """Hours, minutes and seconds.

    >>> _clock(3725.0), _clock(None)
    ('1:02:05', '?')
    """
    if seconds is None:
        return "?"
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
