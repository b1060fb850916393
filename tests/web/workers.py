"""Page processes that do as they are told, so that the guard can be tried without finding a deadly page."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple
from weakref import WeakSet

from cleaner.errors import EmptyInput
from cleaner.settings import Settings
from cleaner.web.worker import Job, Output


def obedient(pipe: Connection, settings: Settings, rulebook: object) -> None:
    """Does what the job's content says: "pid", "sleep 0.5", "die", "fail", or anything, which it gives back.

    "hold FOLDER" makes a file `begun` there and ends when there is one `over`.
    """
    pipe.send(None)
    while True:
        job: Job = pipe.recv()
        verb, _, argument = str(job.content).partition(" ")
        if verb == "sleep":
            time.sleep(float(argument))
        elif verb == "hold":
            hold(Path(argument))
        elif verb == "die":
            os._exit(9)
        said = str(os.getpid()) if verb == "pid" else str(job.content)
        pipe.send(EmptyInput("as told") if verb == "fail" else Output(said.encode(), "news"))


class Knot:
    """Refers to itself, so that only a garbage collection ends it."""

    def __init__(self) -> None:
        self.itself = self


_knots: WeakSet[Knot] = WeakSet()


class Tying(NamedTuple):
    """Work that leaves 5,000 knots behind; says how many there are in its process."""

    def work(self, rulebook: object, limits: object, index: object = None) -> Output:
        _knots.update(Knot() for _ in range(5_000))
        return Output(str(len(_knots)).encode(), "news")


def hold(folder: Path) -> None:
    (folder / "begun").touch()
    while not (folder / "over").exists():
        time.sleep(0.01)


def stillborn(pipe: Connection, settings: Settings, rulebook: object) -> None:
    """Ends before it is ready."""


def main() -> None:
    """A server process to be killed: says which page process it has, and waits."""
    from cleaner.rulebook import load_rulebook
    from cleaner.web.guard import ProcessGuard

    book = load_rulebook()
    guard = ProcessGuard(Settings.load({}, page_workers=1), lambda: book, obedient)
    print(guard.run(Job("pid")).content.decode(), flush=True)
    time.sleep(600)


if __name__ == "__main__":
    main()
