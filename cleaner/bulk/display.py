"""The live display of a run on a terminal (rich)."""

from __future__ import annotations

from rich.bar import Bar
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from cleaner.bulk.progress import Progress
from cleaner.bulk.record import STATUSES
from cleaner.bulk.snapshot import Snapshot

_COLOURS = {"cleaned": "green", "not_article": "cyan", "failed": "red", "skipped": "yellow", "timed_out": "magenta"}


class LiveProgress(Progress):
    """A bar, a line of figures, a line of counts; drawn in place, twice a second."""

    def __init__(self, console: Console) -> None:
        super().__init__(lambda _: None, self._noted, every=0.5)
        self._console = console
        self._live = Live(console=console, refresh_per_second=2, get_renderable=self._drawn)

    def __enter__(self) -> LiveProgress:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def _noted(self, text: str) -> None:
        """A line that stays. A folder's name is no markup, and a path is to be copied whole."""
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)

    def _drawn(self) -> Group:
        return drawn(self.snapshot())


def drawn(snapshot: Snapshot) -> Group:
    """The display of one moment."""
    parts = snapshot.line().split(" | ")
    figures = Text("  ".join([*parts[:4], *parts[-1:]]), style="bold")
    counts = Table.grid(padding=(0, 2))
    cells = [Text(f"{name} {snapshot.statuses.get(name, 0):,}", style=_COLOURS[name]) for name in STATUSES]
    counts.add_row(*cells, Text(snapshot.host, style="dim"))
    return Group(Bar(1.0, 0.0, snapshot.share, width=60, color="green"), figures, counts)
