"""`cleaner bulk`: archives in, articles and ledgers out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.cli.errors import terminable
from cleaner.cli.setting import FOLDER, setting
from cleaner.errors import OptionError, RunInterrupted
from cleaner.settings import Settings

if TYPE_CHECKING:
    from cleaner.bulk.progress import Progress
    from cleaner.bulk.run import Job

_KEPT = "what is done is kept, and the same command goes on from there"


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--out", required=True, help="Folder, or an address such as s3://bucket/run.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["parquet", "jsonl", "warc"]),
    default="parquet",
    show_default=True,
    help="What to write.",
)
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True, help="Pages cleaned at the same time.")
@click.option("--seconds", type=setting("page_seconds"), help="Time one page may take.  [default: 20]")
@click.option(
    "--memory", type=setting("page_memory_mb"), help="MiB one page may need; 0 for no bound.  [default: 2048]"
)
@click.option("--max-bytes", type=setting("max_page_bytes"), help="Largest page that is read.  [default: 20971520]")
@click.option("--content", multiple=True, help="Column that holds the page (JSONL, CSV, Parquet); may be repeated.")
@click.option("--url", multiple=True, help="Column that holds the address; may be repeated.")
@click.option("--rules", type=FOLDER, help="Folder of rule packs.")
@click.option("--ray", "ray", help="Run on a Ray cluster: its address, 'auto', or 'local' to start one here.")
@click.option("--across/--no-across", default=True, help="Look for copies, repeated lines and drift afterwards.")
@click.option("--restart", is_flag=True, help="Throw away what --out holds of an earlier run.")
def bulk(
    inputs: tuple[str, ...],
    out: str,
    output: str,
    workers: int,
    seconds: float | None,
    memory: int | None,
    max_bytes: int | None,
    content: tuple[str, ...],
    url: tuple[str, ...],
    rules: Path | None,
    ray: str | None,
    across: bool,
    restart: bool,
) -> None:
    """Clean archives: every record of INPUTS becomes one row under --out.

    INPUTS are folders (recursive), zip, tar, JSONL, CSV, Parquet, WARC, ARC and WACZ files, also compressed,
    local or remote. A run that was stopped, by whatever, goes on when the same command is given again.

    \b
    Examples:
      cleaner bulk pages/ --out cleaned
      cleaner bulk crawl/*.warc.gz --out cleaned --format jsonl --workers 8
      cleaner bulk s3://archive/2019/ --out s3://archive/cleaned-2019 --ray auto --workers 64
    """
    if not out:
        raise OptionError("--out has no name")
    settings = Settings.load(page_seconds=seconds, page_memory_mb=memory, max_page_bytes=max_bytes, rules=rules)
    job = _job(inputs, out, output, workers, settings, (content, url), across, restart)
    try:
        with terminable():
            _run(job, ray)
    except (OSError, RunInterrupted) as error:
        raise RunInterrupted(f"{error}; {_KEPT}") from error
    except KeyboardInterrupt as stop:
        raise type(stop)(_KEPT) from None
    click.echo(_summary(out), nl=False)


def _run(job: Job, ray: str | None) -> None:
    if ray is None:
        from cleaner.bulk.run import run

        run(job, _progress())
    else:
        from cleaner.bulk.cluster import run_on_ray

        run_on_ray(job, _progress(), None if ray == "local" else ray)


def _summary(out: str) -> str:
    from cleaner.bulk.store import Store

    return Store(out).read("summary.txt").decode()


def _job(
    inputs: tuple[str, ...],
    out: str,
    output: str,
    workers: int,
    settings: Settings,
    columns: tuple[tuple[str, ...], tuple[str, ...]],
    across: bool,
    restart: bool,
) -> Job:
    require_bulk()
    from cleaner.bulk.guard import Bounds
    from cleaner.bulk.readers import ReadOptions
    from cleaner.bulk.run import Job
    from cleaner.bulk.worker import default_engine

    usual = ReadOptions()
    return Job(
        inputs=inputs,
        out=out,
        engine=default_engine(settings.rules, settings.max_page_bytes),
        output=output,
        workers=workers,
        bounds=Bounds(settings.page_seconds, settings.page_memory_mb),
        read=ReadOptions(settings.max_page_bytes, columns[0] or usual.content, columns[1] or usual.url),
        identity=_identity(settings),
        restart=restart,
        across=across,
    )


def _identity(settings: Settings) -> dict[str, str]:
    from cleaner.rulebook import load_rulebook
    from cleaner.version import __version__

    return {"engine": __version__, "rulebook": load_rulebook(settings.rules).version}


def _progress() -> Progress:
    if not sys.stderr.isatty():
        from cleaner.bulk.progress import plain_progress

        return plain_progress(sys.stderr)
    from rich.console import Console

    from cleaner.bulk.display import LiveProgress

    return LiveProgress(Console(stderr=True))


def require_bulk() -> None:
    """Raises OptionError when what bulk cleaning needs is not installed."""
    try:
        import cleaner.bulk  # noqa: F401
    except ImportError as error:
        raise OptionError(
            f"bulk cleaning needs the extra: pip install '.[bulk]' in the project's folder ({error.name})"
        ) from None
