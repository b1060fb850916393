"""`cleaner keys`: who may use the service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.table import rows

# The service's own modules are imported where they are used: they bring Flask with them.
if TYPE_CHECKING:
    from cleaner.web.access.key import Key


@click.group()
def keys() -> None:
    """Make, list and revoke the API keys of a service that runs with CLEANER_KEYS.

    \b
    Examples:
      cleaner keys add crawler --scope clean --rate 600/minute --keys keys.json
      cleaner keys list --keys keys.json
      cleaner keys revoke crawler --keys keys.json
    """


def _store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    option = click.option(
        "--keys",
        "store",
        type=click.Path(dir_okay=False, path_type=Path),
        required=True,
        envvar="CLEANER_KEYS",
        show_envvar=True,
        help="The key store.",
    )
    return option(command)


@keys.command()
@_store_option
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    default=["clean"],
    show_default=True,
    help="What it is for: clean, rules, jobs, corrections, tokens or metrics.",
)
@click.option("--origin", "origins", multiple=True, help="Whose scripts may use it, e.g. https://cms.example.vn")
@click.option("--rate", help="How often it may be used, e.g. 600/minute.  [default: no bound]")
def add(store: Path, name: str, scopes: tuple[str, ...], origins: tuple[str, ...], rate: str | None) -> None:
    """Make a key and print it: this once, since only its hash is stored.

    \b
    Examples:
      cleaner keys add crawler --scope clean --rate 600/minute
      cleaner keys add cms --scope tokens --origin https://cms.example.vn
    """
    from cleaner.web.access.store import add_key

    click.echo(add_key(store, name, scopes, origins, rate, datetime.now(UTC)))
    click.echo(f"cleaner: {name}: {', '.join(scopes)}; note the key now, it is not shown again", err=True)


@keys.command("list")
@_store_option
def list_(store: Path) -> None:
    """List the keys, without their secrets.

    \b
    Example:
      cleaner keys list --keys keys.json
    """
    from cleaner.web.access.store import read_keys

    found = read_keys(store)
    for line in rows(("id", "name", "scopes", "rate", "origins", "made", "revoked"), [*map(_cells, found)]):
        click.echo(line)


@keys.command()
@_store_option
@click.argument("key")
def revoke(store: Path, key: str) -> None:
    """Revoke a key by name or id; a running service refuses it, and its tokens, from the next request on.

    \b
    Example:
      cleaner keys revoke crawler --keys keys.json
    """
    from cleaner.web.access.store import revoke_key

    revoked = revoke_key(store, key, datetime.now(UTC))
    click.echo(f"revoked {revoked.name} ({revoked.id})")


def _cells(key: Key) -> tuple[str, ...]:
    scopes, origins = " ".join(key.scopes), " ".join(key.origins)
    return key.id, key.name, scopes, key.rate or "", origins, _day(key.created), _day(key.revoked)


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""
