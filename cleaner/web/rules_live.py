"""The rulebook that serves. Another one takes its place only if it passes every check, and then as a whole."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cleaner.rulebook import Rulebook
from cleaner.rulebook.load import default_folder
from cleaner.web.logs import log
from cleaner.web.rules_check import Checked, checked_apart

#: Name -> time of change (ns) and size, of every rule file.
Snapshot = dict[str, tuple[int, int]]


class LiveRules:
    """`current` is replaced by one assignment: a page is judged by the old rulebook or the new, never by both."""

    def __init__(self, rulebook: Rulebook, folder: Path | None) -> None:
        self.current = rulebook
        self.refused: tuple[str, ...] = ()
        self._folder = folder

    def reload(self, check: Callable[[Path | None], Checked] = checked_apart) -> None:
        """Reads the packs again. Bad ones change nothing but `refused` and the log, which say what is wrong."""
        found, self.refused = check(self._folder)
        if found is None:
            log("rulebook-refused", logging.ERROR, serving=self.current.version, problems=list(self.refused))
        elif found.version != self.current.version:
            log("rulebook-replaced", old=self.current.version, new=found.version)
            self.current = found

    def watch(self, seconds: float, changed: Callable[[], None]) -> None:
        """Looks at the files every `seconds` from a thread, for as long as the process runs.

        `changed` is called once they differ and then stay as they are for one more look: packs are copied
        file by file.
        """
        pause = partial(threading.Event().wait, seconds)  # of an event that never comes
        arguments = (self._folder or default_folder(), changed, pause)
        threading.Thread(target=watch, args=arguments, name="rule files", daemon=True).start()


def snapshot(folder: Path) -> Snapshot:
    """The rule files as they are; one that goes away while it is looked at is left out."""
    found: Snapshot = {}
    for path in folder.rglob("*.toml"):
        try:
            seen = path.stat()
        except OSError:
            continue
        found[str(path)] = (seen.st_mtime_ns, seen.st_size)
    return found


def watch(folder: Path, changed: Callable[[], None], over: Callable[[], bool]) -> None:
    """See `LiveRules.watch`. over: asked before each look, where it may wait; True ends the watch."""
    known = before = snapshot(folder)
    while not over():
        now = snapshot(folder)
        if now != known and now == before:
            known = now
            changed()
        before = now
