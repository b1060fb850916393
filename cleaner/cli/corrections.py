"""`cleaner corrections`: what people judged otherwise, and the rules drafted from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from cleaner.cli.guarded import guard
from cleaner.cli.setting import FOLDER, rules_folder
from cleaner.cli.table import harmless, rows
from cleaner.corrections import Correction, Keeper, Summary, open_store
from cleaner.corrections.proposal import Proposal, propose, try_here
from cleaner.draft import draft_rules
from cleaner.errors import OptionError
from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings

_MOST = 200
_ID = click.IntRange(1, 2**63 - 1)  # what SQLite can look for


@click.group()
def corrections() -> None:
    """List kept corrections, show one, or draft a rule from one.

    \b
    Example:
      cleaner corrections draft 1 --data data
    """


def store_options(command: Any) -> Any:
    """Where the corrections are; as for `cleaner serve`."""
    command = click.option("--store", help="Database of the corrections, as a URL.")(command)
    return click.option("--data", type=FOLDER, help="Folder that the service keeps corrections in.")(command)


def _keeper(data: Path | None, store: str | None) -> Keeper:
    settings = Settings.load(data=data, store=store)
    keeper = open_store(settings.store, settings.data)
    if keeper is None:
        raise OptionError("say where the corrections are: --data FOLDER or --store URL")
    return keeper


def _one(keeper: Keeper, identifier: int) -> Correction:
    found = keeper.get(identifier)
    if found is None:
        raise OptionError(f"there is no correction {identifier}; `cleaner corrections list` names them")
    return found


@corrections.command("list")
@store_options
def list_(data: Path | None, store: str | None) -> None:
    """List the newest corrections: what was changed, and where.

    \b
    Example:
      cleaner corrections list --data data
    """
    found = _keeper(data, store).newest(_MOST)
    for line in rows(("id", "kept", "changes", "page", "note"), [_cells(one) for one in found]):
        click.echo(line)


def _cells(one: Summary) -> tuple[str, ...]:
    changes = ", ".join(f"{change.was.role.value} > {change.role.value}" for change in one.changes)
    kept = one.created.strftime("%Y-%m-%d %H:%M")
    return str(one.id), kept, changes, harmless(one.url or "-"), harmless(one.note)


@corrections.command()
@store_options
@click.argument("identifier", metavar="ID", type=_ID)
def show(data: Path | None, store: str | None, identifier: int) -> None:
    """Show one correction: each changed block with both verdicts.

    \b
    Example:
      cleaner corrections show 1 --data data
    """
    one = _one(_keeper(data, store), identifier)
    click.echo(f"correction {one.id} of {one.created.isoformat()}, rulebook {one.rulebook}")
    click.echo(f"page {harmless(one.page.url or 'without address')}, {len(one.page.content)} characters")
    if one.note:
        click.echo(f"note {harmless(one.note)}")
    head = ("block", "was", "by", "shall be", "text")
    cells = [
        (str(c.block), c.was.role.value, harmless(c.was.rule), c.role.value, harmless(c.text)) for c in one.changes
    ]
    for line in rows(head, cells):
        click.echo(line)


@corrections.command()
@store_options
@rules_folder
@click.argument("identifier", metavar="ID", type=_ID)
def draft(data: Path | None, store: str | None, folder: Path | None, identifier: int) -> None:
    """Draft a rule from one correction: the TOML goes to stdout, what it would change to stderr.

    Nothing is saved. Exits with 1 when the check finds a reason not to accept the draft.

    \b
    Example:
      cleaner corrections draft 1 --data data >> rules/sites/tin.example.vn.toml
    """
    keeper, rulebook, settings = _keeper(data, store), load_rulebook(folder), Settings.load()
    one, limits, bounded = _one(keeper, identifier), settings.limits, guard(settings)
    drafted = bounded(lambda: draft_rules(one.page.raw(), one.changes, one.note, rulebook, limits))
    attempt = try_here(rulebook, limits, bounded)
    proposal = propose(one, drafted, keeper.newest(_MOST), keeper.get, (), attempt)
    click.echo(proposal.toml, nl=False)
    for line in _report(proposal):
        click.echo(line, err=True)
    click.get_current_context().exit(0 if proposal.check.ok else 1)


def _report(proposal: Proposal) -> Iterator[str]:
    yield f"pack {proposal.pack}; tried on {proposal.tried} pages, {len(proposal.changed)} blocks change"
    for one in proposal.changed:
        yield harmless(f"{one.page}, block {one.block}: {one.before.role} > {one.after.role}: {one.text}")
    yield from (harmless(f"problem: {problem}") for problem in proposal.check.problems)
