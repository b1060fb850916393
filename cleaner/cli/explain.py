"""`cleaner explain`: every block of a page with its verdict, as a table."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click

from cleaner.cli.page import clean_file, page_options
from cleaner.cli.table import fit, harmless, pad, width
from cleaner.model import CleanResult, Kind, LedgerEntry, Role
from cleaner.render import fate

_HEAD_ROLES = {Role.TITLE, Role.SUMMARY}
_COLUMNS = ("", "id", "role", "sure", "rule", "text")
_LEAST_TEXT = 24
_SIGNS = {"kept": "+", "data": "=", "cut": "-"}
_COLORS = {"kept": "green", "data": "yellow", "cut": "red"}


@click.command()
@page_options
@click.option("--cut", "only_cut", is_flag=True, help="Only blocks that were cut.")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Only blocks of this role.")
@click.option("--full", is_flag=True, help="Whole texts, and the evidence of each verdict.")
@click.option("--color/--no-color", default=None, help="Colours; by default only on a terminal.")
def explain(
    file: BinaryIO,
    url: str | None,
    kind: Kind | None,
    encoding: str | None,
    seconds: float | None,
    memory: int | None,
    rules: Path | None,
    index: Path | None,
    only_cut: bool,
    role: str | None,
    full: bool,
    color: bool | None,
) -> None:
    """Show every block of a page with its verdict: role, confidence and the rule that said so.

    FILE is a path, or - for stdin. A block marked + is in the text, = is a field of the article, - is cut.

    \b
    Examples:
      cleaner explain page.html
      cleaner explain page.html --cut --full
      cleaner explain page.html --role related
    """
    result = clean_file(file, url, kind, encoding, seconds, memory, rules, index)
    chosen = [e for e in result.ledger if not (only_cut and fate(e) != "cut") and role in (None, e.role.value)]
    for line in (*_table(chosen, full), "", *_summary(result)):
        click.echo(line, color=color)


def _table(entries: list[LedgerEntry], full: bool) -> Iterator[str]:
    rows = [_cells(entry) for entry in entries]
    widths = [max(map(width, column)) for column in zip(_COLUMNS, *rows, strict=True)][:-1]
    indent = sum(widths) + 2 * len(widths)
    room = None if full else _room(indent)
    yield click.style(_line(_COLUMNS, widths, 0), bold=True)
    for entry, row in zip(entries, rows, strict=True):
        text = row[-1] if room is None else fit(row[-1], room)
        yield click.style(_line((*row[:-1], text), widths, width(text)), fg=_color(entry), dim=fate(entry) == "cut")
        if full:
            yield click.style(" " * indent + f"because: {harmless(entry.evidence)}", dim=True)


def _room(indent: int) -> int | None:
    """Cells that are left for the text on a terminal; elsewhere a line may be as long as it is."""
    return max(_LEAST_TEXT, shutil.get_terminal_size().columns - indent) if sys.stdout.isatty() else None


def _cells(entry: LedgerEntry) -> tuple[str, ...]:
    return (
        _SIGNS[fate(entry)],
        str(entry.id),
        entry.role.value,
        f"{entry.confidence:.2f}",
        entry.rule,
        harmless(entry.text),
    )


def _line(cells: Iterable[str], widths: list[int], room: int) -> str:
    return "  ".join(map(pad, cells, [*widths, room])).rstrip()


def _color(entry: LedgerEntry) -> str:
    return "blue" if entry.role in _HEAD_ROLES else _COLORS[fate(entry)]


def _summary(result: CleanResult) -> Iterator[str]:
    report = result.report
    kept = sum(entry.kept for entry in result.ledger)
    yield (
        f"{kept} of {len(result.ledger)} blocks kept, {report.kept_share:.0%} of the text; kind {result.article.kind}, "
        f"quality {report.quality:.2f}, read as {report.kind} in {report.encoding} ({report.encoding_source}), "
        f"rulebook {report.rulebook}"
    )
    for warning in report.warnings:
        yield click.style(f"warning: {harmless(warning)}", fg="yellow")
