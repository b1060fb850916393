"""One page from a file or stdin through the engine: what `clean` and `explain` share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import click

from cleaner.cli.guarded import guard
from cleaner.cli.setting import FOLDER, setting
from cleaner.decode.labels import name_of
from cleaner.model import CleanResult, Kind
from cleaner.pipeline import clean
from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings
from cleaner.titles import TitleIndex

Command = Callable[..., Any]


def encoding(label: str) -> str:
    """The type of --encoding: what a page says may be passed over, what a person says may not."""
    if name_of(label) is None:
        raise click.BadParameter(f"{label!r} is no encoding that web pages have")
    return label


def page_options(command: Command) -> Command:
    """The argument and the options of a command that reads one page."""
    for option in (
        click.option(
            "--index",
            type=click.Path(dir_okay=False, path_type=Path),
            help="SQLite file of known titles: a line that is the title of another page of the host is related. The "
            "page's own title is added to it.",
        ),
        click.option("--rules", type=FOLDER, help="Other rule packs."),
        click.option(
            "--memory",
            type=setting("page_memory_mb"),
            help="MiB of memory that the page may take; 0: any.  [default: 2048]",
        ),
        click.option(
            "--timeout",
            "--seconds",
            "seconds",
            type=setting("page_seconds"),
            help="Seconds it may take.  [default: 20]",
        ),
        click.option("--encoding", type=encoding, help="Character encoding, where it is known, e.g. windows-1258."),
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
    memory: int | None,
    rules: Path | None,
    index: Path | None = None,
) -> CleanResult:
    """Raises InputError, LimitExceeded, RulebookError, StoreError or OptionError."""
    settings = Settings.load(page_seconds=seconds, page_memory_mb=memory, rules=rules, index=index)
    known = TitleIndex(settings.index) if settings.index else None
    rulebook = load_rulebook(settings.rules)
    # One byte more than is allowed is enough to know, however long the input.
    content = file.read(settings.max_page_bytes + 1)
    told = _content_type(kind, encoding)
    result = guard(settings)(
        lambda: clean(content, url, told, kind=kind, rulebook=rulebook, limits=settings.limits, known=known)
    )
    if known is not None:
        known.learn(result)
    return result


def _content_type(kind: Kind | None, encoding: str | None) -> str | None:
    """An encoding is told to the engine the way HTTP would."""
    return f"text/{'plain' if kind == 'text' else 'html'}; charset={encoding}" if encoding else None
