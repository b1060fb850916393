"""One page from a file or stdin through the engine: what `clean` and `explain` share."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

import click

from cleaner.errors import LimitExceeded
from cleaner.model import CleanResult, Kind
from cleaner.pipeline import clean
from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings

Command = Callable[..., Any]


def page_options(command: Command) -> Command:
    """The argument and the options of a command that reads one page."""
    for option in (
        click.option(
            "--rules", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Other rule packs."
        ),
        click.option("--seconds", type=float, help="Time the page may take.  [default: 20]"),
        click.option("--encoding", help="Character encoding, where it is known, e.g. windows-1258."),
        click.option("--kind", type=click.Choice(["html", "text"]), help="What the page is, where it is known."),
        click.option("--url", help="Address of the page: a label that rules and dates may use; never fetched."),
        click.argument("file", type=click.File("rb")),
    ):
        command = option(command)
    return command


def clean_file(
    file: BinaryIO,
    url: str | None,
    kind: Kind | None,
    encoding: str | None,
    seconds: float | None,
    rules: Path | None,
) -> CleanResult:
    """Raises InputError, LimitExceeded, RulebookError or OptionError."""
    settings = Settings.load(page_seconds=seconds, rules=rules)
    rulebook = load_rulebook(settings.rules)
    # One byte more than is allowed is enough to know, however long the input.
    content = file.read(settings.max_page_bytes + 1)
    with time_limit(settings.page_seconds):
        return clean(content, url, _content_type(kind, encoding), kind=kind, rulebook=rulebook, limits=settings.limits)


def _content_type(kind: Kind | None, encoding: str | None) -> str | None:
    """An encoding is told to the engine the way HTTP would."""
    return f"text/{'plain' if kind == 'text' else 'html'}; charset={encoding}" if encoding else None


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises LimitExceeded in the block when it runs longer; main thread only."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise LimitExceeded(f"the page took more than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
