"""`cleaner rules new`: a site pack drafted from stored pages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from cleaner.cli.guarded import guarded
from cleaner.cli.setting import rules_folder
from cleaner.draft import draft_pack
from cleaner.errors import OptionError
from cleaner.model import RawPage
from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("host")
@click.argument("pages", nargs=-1, required=True, type=_FILE)
@rules_folder
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; without it, to stdout.")
def new(host: str, pages: tuple[Path, ...], folder: Path | None, out: Path | None) -> None:
    """Draft the pack of an outlet from some of its stored pages: better three than one.

    What the markup tells for sure becomes a rule with a hit and a miss; what it does not tell stands in a comment.
    The draft passes `cleaner rules check`, and is for a person to look at.

    \b
    Example:
      cleaner rules new tin.example.vn one.html two.html three.html --out rules/sites/tin.example.vn.toml
    """
    if out is not None and out.exists():
        raise OptionError(f"{out} exists; it is not overwritten")
    stored = [RawPage(path.read_bytes()) for path in pages]
    settings, rulebook, today = Settings.load(), load_rulebook(folder), datetime.now(UTC).date()
    toml = guarded(
        lambda: draft_pack(host, stored, rulebook, settings.limits, today),
        settings.page_seconds * len(stored),
        settings.page_memory_mb,
    )
    if out is None:
        click.echo(toml, nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(toml, "utf-8")
    click.echo(
        f"{out}: {toml.count('[[rule]]')} rules, {toml.count('[[field]]')} field rules; now look at each of them"
    )
