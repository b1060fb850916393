"""`cleaner`: one command for each verb."""

from __future__ import annotations

import click

from cleaner.cli.bulk import bulk
from cleaner.cli.clean import clean
from cleaner.cli.corrections import corrections
from cleaner.cli.diff import diff
from cleaner.cli.errors import EXIT_CODES_HELP, Group
from cleaner.cli.explain import explain
from cleaner.cli.keys import keys
from cleaner.cli.rules import rules
from cleaner.cli.serve import serve
from cleaner.cli.worker import worker
from cleaner.version import __version__


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXIT_CODES_HELP,
)
@click.version_option(__version__, prog_name="cleaner")
def main() -> None:
    """Editorial content cleaning: judges every block of a news page and deletes none.

    \b
    Examples:
      cleaner clean page.html                      article, ledger and report as JSON
      cleaner clean page.txt --format markdown     the article as Markdown
      curl -s URL | cleaner explain - --url URL    every block with its verdict and why
      cleaner serve --port 8080                    the HTTP service
      cleaner worker                               the jobs that the service takes in
    """


for command in (clean, explain, bulk, diff, rules, corrections, serve, worker, keys):
    main.add_command(command)
