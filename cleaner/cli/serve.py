"""`cleaner serve`: the HTTP service under gunicorn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cleaner.cli.setting import FOLDER, setting
from cleaner.settings import Settings, describe


@click.command(
    epilog="\b\nSettings of the environment, which flags overrule:\n"
    + "\n".join(f"  {doc.variable}={doc.default}\n      {doc.doc}" for doc in describe())
)
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=setting("port"), help="Port to listen on; 0 takes a free one.  [default: 8000]")
@click.option("--processes", type=setting("processes"), help="Server processes.  [default: 1]")
@click.option(
    "--page-workers",
    type=setting("page_workers"),
    help="Processes that clean pages, for each server process.  [default: 2]",
)
@click.option("--rules", type=FOLDER, help="Other rule packs.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Folder to keep corrections in.")
@click.option("--log-format", type=click.Choice(["json", "text"]), help="Format of log lines.  [default: json]")
def serve(**flags: Any) -> None:
    """Run the HTTP service and the page for people.

    \b
    Examples:
      cleaner serve
      cleaner serve --host 0.0.0.0 --port 8080 --processes 4 --page-workers 1
      CLEANER_PAGE_SECONDS=5 cleaner serve
    """
    from cleaner.web.server import serve as run  # Flask and gunicorn are of no use to the other commands

    run(Settings.load(**flags))
