"""Settings of the edges: one frozen value, read from the environment and from flags.

Every field has an environment variable, `CLEANER_` and its name in capitals; a flag of the command
line overrules the variable. `describe()` lists them all, so that help and docs cannot lag.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple, cast

from cleaner.errors import OptionError
from cleaner.limits import Limits

PREFIX = "CLEANER_"


#: Threads can wait for so many seconds and SQLite can hold such a number; nobody can count with infinity.
_MOST = {float: 1e9, int: 2**63 - 1}


def _about(
    doc: str, low: float | None = None, among: tuple[str, ...] = (), high: float | None = None
) -> dict[str, object]:
    """A field's documentation, its lowest and highest value and the values it may have."""
    return {"doc": doc, "low": low, "high": high, "among": among}


@dataclass(frozen=True, slots=True)
class Settings:
    """How the edges run. The limits hold for every page, whichever edge it comes through."""

    host: str = field(default="127.0.0.1", metadata=_about("address the service listens on"))
    port: int = field(default=8000, metadata=_about("port the service listens on; 0 takes a free one", 0, high=65_535))
    processes: int = field(default=1, metadata=_about("server processes (gunicorn workers)", 1))
    threads: int = field(default=64, metadata=_about("requests that one server process holds at the same time", 1))
    page_workers: int = field(
        default=2,
        metadata=_about(
            "processes that clean pages, for each server process; 0 cleans in the server itself, without time limit", 0
        ),
    )
    page_seconds: float = field(
        default=20.0, metadata=_about("seconds one page may take before its process is stopped", 0.05, high=86_400)
    )
    page_memory_mb: int = field(
        default=2048, metadata=_about("MiB of data a page's process may hold; 0 for no bound", 0)
    )
    queue_seconds: float = field(
        default=10.0, metadata=_about("seconds a page waits for a free process before it is refused with 503", 0)
    )
    queue_pages: int = field(
        default=32,
        metadata=_about("single pages that may wait for a free process; more are refused at once with 503", 0),
    )
    pages_per_worker: int = field(default=2000, metadata=_about("pages after which a page process is replaced", 1))
    max_page_bytes: int = field(default=Limits().max_bytes, metadata=_about("largest page, in bytes", 1))
    max_request_bytes: int = field(
        default=64 * 1024 * 1024, metadata=_about("largest request body, in bytes after decompression", 1)
    )
    max_batch_items: int = field(default=100, metadata=_about("most pages in one batch", 1))
    jobs_dir: Path = field(
        default=Path("cleaner-jobs"), metadata=_about("folder of the jobs, for server and workers alike")
    )
    jobs_redis: str = field(
        default="",
        repr=False,
        metadata=_about("redis:// address of the queue of jobs; empty for a file in the jobs' folder"),
    )
    max_job_bytes: int = field(
        default=1024 * 1024 * 1024, metadata=_about("largest upload of a job, in bytes after decompression", 1)
    )
    max_jobs_waiting: int = field(
        default=100, metadata=_about("jobs that may wait; further ones are refused with 503", 1)
    )
    job_hours: float = field(
        default=168.0, metadata=_about("hours for which a job is kept after its end", 0, high=876_000)
    )
    worker_jobs: int = field(default=1, metadata=_about("jobs that one worker does at the same time", 1))
    webhook_hosts: str = field(
        default="",
        metadata=_about("hosts, by commas, that jobs may call back (`a.example`, `*.a.example`); empty for none"),
    )
    webhook_secret: str = field(
        default="",
        repr=False,
        metadata=_about("keys that webhooks are signed with, by spaces: base64 of 24 bytes or more"),
    )
    webhook_networks: str = field(
        default="public",
        metadata=_about(
            "`private` lets webhooks go to private addresses and over http too", None, ("public", "private")
        ),
    )
    webhook_tries: int = field(default=10, metadata=_about("tries of a webhook before it is given up", 1))
    webhook_delay: float = field(
        default=10.0, metadata=_about("seconds before a webhook's second try; doubled with each, up to an hour", 0.01)
    )
    rules: Path | None = field(
        default=None, metadata=_about("folder of rule packs; empty for the packs that come with cleaner")
    )
    rules_poll_seconds: float = field(
        default=0.0,
        metadata=_about("seconds between looks at the rule files for changes; 0 reads them again on SIGHUP only", 0),
    )
    stop_seconds: float = field(
        default=10.0, metadata=_about("seconds that a stream may still run once its server process is to end", 0)
    )
    requests_per_process: int = field(
        default=20_000,
        metadata=_about("requests after which a server process is replaced, give or take a tenth; 0 for never", 0),
    )
    keys: Path | None = field(
        default=None, metadata=_about("key store that `cleaner keys` writes; empty for a service that asks for no key")
    )
    rate_store: str = field(
        default="memory://",
        repr=False,
        metadata=_about("where requests are counted: memory:// (each server process by itself) or redis://host:port/0"),
    )
    token_secret: str = field(
        default="",
        repr=False,
        metadata=_about("signs tokens; empty for a random one, which is gone when the service is started again"),
    )
    token_seconds: int = field(default=900, metadata=_about("seconds that a token is good for; at most 3600", 1))
    data: Path | None = field(
        default=None, metadata=_about("folder in which the service keeps corrections; empty keeps none")
    )
    store: str = field(
        default="",
        repr=False,
        metadata=_about(
            "database URL for corrections, such as postgresql+psycopg://...; empty for SQLite in the data folder"
        ),
    )
    index: Path | None = field(
        default=None,
        metadata=_about("SQLite file of known titles by host, which prove related stories; empty for none"),
    )
    log_format: str = field(
        default="json", metadata=_about("format of the service's log lines", None, ("json", "text"))
    )
    log_level: str = field(
        default="info", metadata=_about("least severe log lines to write", None, ("debug", "info", "warning", "error"))
    )

    @property
    def limits(self) -> Limits:
        """What the engine itself holds a page to."""
        return Limits(max_bytes=self.max_page_bytes)

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, **flags: object) -> Settings:
        """Settings from defaults, then the environment, then flags that are not None.

        Raises OptionError for a value of the wrong type or out of bounds, and for an unknown flag.
        """
        source = os.environ if environ is None else environ
        known = {item.name for item in fields(cls)}
        for name in flags:
            if name not in known:
                raise OptionError(f"there is no setting {name!r}")
        values = {item.name: _value(item, source, flags.get(item.name)) for item in fields(cls)}
        return cls(**cast(dict[str, Any], values))


class SettingDoc(NamedTuple):
    """What a user reads of one setting; `default` as it would be written in the environment."""

    variable: str
    default: str
    doc: str


def describe() -> tuple[SettingDoc, ...]:
    """All settings, in the order of `Settings`."""
    return tuple(
        SettingDoc(variable(item.name), "" if item.default is None else str(item.default), item.metadata["doc"])
        for item in fields(Settings)
    )


def variable(name: str) -> str:
    """The environment variable of a setting.

    >>> variable("port")
    'CLEANER_PORT'
    """
    return PREFIX + name.upper()


def check(name: str, raw: object) -> object:
    """A value as the setting of that name takes it.

    Raises OptionError for a value of the wrong type or out of bounds; its message does not name the setting.
    """
    return _checked(next(item for item in fields(Settings) if item.name == name), raw)


def _value(item: Any, environ: Mapping[str, str], flag: object) -> object:
    raw = environ.get(variable(item.name), "") if flag is None else flag
    if raw == "":
        return item.default
    try:
        return _checked(item, raw)
    except OptionError as error:
        raise OptionError(f"{variable(item.name)}: {error}") from None


def _typed(item: Any, raw: object) -> object:
    kind = Path if item.default is None else type(item.default)
    try:
        return kind(cast(Any, raw))
    except (TypeError, ValueError):
        raise OptionError(f"{raw!r} is not {_KINDS[kind.__name__]}") from None


_KINDS = {"int": "a whole number", "float": "a number", "str": "a text", "Path": "a path"}


def _checked(item: Any, raw: object) -> object:
    value = _typed(item, raw)
    low, among = item.metadata["low"], item.metadata["among"]
    if low is not None and not cast(float, value) >= low:  # "not >=" refuses NaN as well
        raise OptionError(f"{value} is less than {low}")
    if low is not None and cast(float, value) > (most := item.metadata["high"] or _MOST[type(item.default)]):
        raise OptionError(f"{value} is more than {most:g}")
    if among and value not in among:
        raise OptionError(f"{value!r} is none of {', '.join(among)}")
    return value
