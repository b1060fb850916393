"""Errors at the command line: a line on stderr, and an exit code that a script can act on."""

from __future__ import annotations

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from cleaner.errors import (
    CleanerError,
    InputError,
    LimitExceeded,
    OptionError,
    RulebookError,
    RunInterrupted,
    StoreError,
)

#: The nearest class of an error's ancestry counts.
EXIT_CODES: dict[type[CleanerError], int] = {
    OptionError: 2,
    InputError: 3,
    LimitExceeded: 4,
    RulebookError: 5,
    StoreError: 6,
    RunInterrupted: 7,
    CleanerError: 70,
}

EXIT_CODES_HELP = (
    "\b\n"
    "Exit codes:\n"
    "  0   done\n"
    "  1   `rules check` or `corrections draft` found something wrong\n"
    "  2   wrong usage: unknown option, missing file, bad setting\n"
    "  3   the input cannot be cleaned: empty, not a page, too large, undecodable\n"
    "  4   the page took more time or memory than the settings allow\n"
    "  5   the rule packs cannot be used\n"
    "  6   the database of corrections cannot be used\n"
    "  7   it cannot go on for now: disk full, no rights, storage not reached\n"
    "  70  a defect of cleaner\n"
    "  130 stopped by Ctrl-C\n"
    "  143 stopped by SIGTERM"
)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Terminated(KeyboardInterrupt):
    """SIGTERM, which schedulers and `kill` send, taken like Ctrl-C."""


@contextmanager
def terminable() -> Iterator[None]:
    """Raises Terminated where SIGTERM comes; for the main thread."""

    def stop(*_: object) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def exit_code(error: CleanerError) -> int:
    """The exit code of an error.

    >>> exit_code(InputError("empty"))
    3
    """
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)


class Group(click.Group):
    """A group whose commands may raise CleanerError, be stopped, or be kept from a file or from writing."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CleanerError as error:
            click.echo(f"cleaner: {error.code}: {error}", err=True)
            ctx.exit(exit_code(error))
        except KeyboardInterrupt as stop:
            click.echo(": ".join(["\ncleaner: stopped", *map(str, stop.args)]), err=True)
            number = signal.SIGTERM if isinstance(stop, Terminated) else signal.SIGINT
            ctx.exit(128 + number)  # as shells say it
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # nobody reads any more, which click ends without a word
            what = "the output cannot be written" if error.errno in _FULL else "the system refused"
            click.echo(f"cleaner: {error.filename or what}: {error.strerror or error}", err=True)
            ctx.exit(EXIT_CODES[RunInterrupted])
