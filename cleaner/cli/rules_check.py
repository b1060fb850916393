"""`cleaner rules check`: whether the rulebook is sound."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from cleaner.cli.guarded import guard
from cleaner.cli.setting import FOLDER, rules_folder
from cleaner.cli.table import harmless
from cleaner.errors import InputError, LimitExceeded
from cleaner.limits import Limits
from cleaner.pipeline import clean
from cleaner.rulebook import Rulebook, load_rulebook
from cleaner.rulebook.check import CheckReport, check_rulebook
from cleaner.settings import Settings


@click.command()
@rules_folder
@click.option("--pages", type=FOLDER, help="Stored pages; rules that decide nothing on them are listed.")
def check(folder: Path | None, pages: Path | None) -> None:
    """Check every pack: fields, selectors and patterns, all examples, slow patterns, conflicts, dead rules.

    Exits with 1 when something must be mended, and with 5 when a pack cannot even be loaded.

    \b
    Examples:
      cleaner rules check
      cleaner rules check --rules my-rules/
      cleaner rules check --pages stored-pages/
    """
    book = load_rulebook(folder)
    decided = usage(book, pages, Settings.load()) if pages else None
    report = check_rulebook(book, decided, clock=time.process_time)
    for problem in report.problems:
        click.echo(problem, err=True)
    for line in _lines(report):
        click.echo(line)
    click.get_current_context().exit(0 if report.ok else 1)


def usage(book: Rulebook, pages: Path, settings: Settings) -> Counter[str]:
    """How many blocks each rule decided on the pages under a folder.

    What is not a page is passed over; a page that goes beyond the settings' bounds too, and is named on stderr.
    """
    counts: Counter[str] = Counter()
    bounded = guard(settings)
    for path in sorted(path for path in pages.rglob("*") if path.is_file()):
        try:
            counts.update(bounded(partial(_rules, path, book, settings.limits)))
        except InputError:
            continue
        except LimitExceeded as error:
            click.echo(harmless(f"{path}: not counted: {error}"), err=True)
    return counts


def _rules(path: Path, book: Rulebook, limits: Limits) -> Mapping[str, int]:
    return clean(path.read_bytes(), rulebook=book, limits=limits).report.rules


def _lines(report: CheckReport) -> Iterator[str]:
    yield from (f"dead: {rule}" for rule in report.dead)
    yield (
        f"{report.packs} packs, {report.rules} rules, {report.fields} field rules; "
        f"{report.hits} hits and {report.misses} misses tried; rulebook {report.version}"
    )
    found = [(len(report.failures), "wrong examples"), (len(report.slow), "slow patterns")]
    found += [(len(report.conflicts), "conflicts"), (len(report.dead), "dead rules")]
    wrong = ", ".join(f"{count} {name}" for count, name in found if count)
    yield f"found: {wrong}" if wrong else "all is well"
