"""`cleaner diff`: what a newer engine or rulebook changes over an archive."""

from __future__ import annotations

import json

import click

from cleaner.cli.bulk import require_bulk


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--examples", type=click.IntRange(0), default=3, show_default=True, help="Examples of each change.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def diff(old: str, new: str, examples: int, as_json: bool) -> None:
    """Compare two outputs of `cleaner bulk` over the same inputs: OLD and NEW are their folders.

    \b
    Examples:
      cleaner diff cleaned-2025 cleaned-2026
      cleaner diff before after --json > changes.json
    """
    require_bulk()
    from cleaner.bulk.diff import diff as compare
    from cleaner.bulk.diff import diff_text

    found = compare(old, new, examples)
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) if as_json else diff_text(found), nl=as_json)
