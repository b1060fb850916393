"""`cleaner worker`: does the jobs that the service takes in."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import click

from cleaner.cli.bulk import require_bulk
from cleaner.cli.setting import FOLDER, setting
from cleaner.settings import Settings


@click.command()
@click.option("--jobs-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of the jobs.")
@click.option("--jobs-redis", help="redis:// address of the queue, when it is not in the folder.")
@click.option("--worker-jobs", type=setting("worker_jobs"), help="Jobs done at the same time.  [default: 1]")
@click.option(
    "--page-workers", type=setting("page_workers"), help="Processes that clean pages, for each job.  [default: 2]"
)
@click.option("--rules", type=FOLDER, help="Other rule packs.")
@click.option("--log-format", type=click.Choice(["json", "text"]), help="Format of log lines.  [default: json]")
def worker(**flags: Any) -> None:
    """Do the jobs that were given to the service (POST /v1/jobs), and deliver their webhooks.

    Any number of workers may run beside a service, with the same folder of jobs; `cleaner serve --help` lists the
    settings. A worker that is told to stop ends within a shard's time, and the next one goes on where it was.

    \b
    Examples:
      cleaner worker
      CLEANER_JOBS_REDIS=redis://127.0.0.1:6379/0 cleaner worker --jobs-dir /srv/cleaner/jobs --page-workers 4
    """
    require_bulk()
    from cleaner.jobs.worker import work
    from cleaner.web.logs import configure_logging

    settings = Settings.load(**flags)
    configure_logging(settings)
    configure_logging(settings, logging.getLogger("huey"), logging.WARNING)
    work(settings)
