"""`cleaner clean`: a page in, an article out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

import click

from cleaner.cli.page import clean_file, page_options
from cleaner.model import Kind
from cleaner.render import FORMATS, PROFILES, profile_named, render


@click.command()
@page_options
@click.option(
    "--format",
    "output",
    type=click.Choice(list(FORMATS)),
    default="json",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--profile", type=click.Choice(list(PROFILES)), default="article", show_default=True, help="What the text keeps."
)
@click.option("--pretty", is_flag=True, help="Indent JSON for reading.")
def clean(
    file: BinaryIO,
    url: str | None,
    kind: Kind | None,
    encoding: str | None,
    seconds: float | None,
    memory: int | None,
    rules: Path | None,
    index: Path | None,
    output: str,
    profile: str,
    pretty: bool,
) -> None:
    """Clean one page, HTML or flattened text, and write the result to stdout.

    FILE is a path, or - for stdin.

    \b
    Examples:
      cleaner clean page.html > result.json
      cleaner clean page.html --format html --profile illustrated
      cleaner clean old.htm --encoding windows-1258 --format text
      cleaner clean - --kind text --url https://example.vn/a.html < scrape.txt
    """
    content = render(
        clean_file(file, url, kind, encoding, seconds, memory, rules, index), output, profile_named(profile)
    )
    if pretty and output in ("json", "jsonld", "ninjs"):
        content = json.dumps(json.loads(content), ensure_ascii=False, indent=2, sort_keys=True).encode()
    click.echo(content, nl=not content.endswith(b"\n"))
