"""Corrections in a database: SQLite, or any that SQLAlchemy reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, RowMapping, create_engine, delete, event, insert, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from cleaner.corrections import tables
from cleaner.corrections.migrate import migrate
from cleaner.corrections.model import Correction, StoredPage, Summary
from cleaner.corrections.rows import change_rows, correction, correction_row, summary
from cleaner.draft import Change
from cleaner.errors import OptionError, StoreError

_BUSY_SECONDS = 30  # that SQLite waits for another writer


class Store:
    """Safe in threads and across a fork: every use has a connection of its own. Corrections are rare."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def in_file(cls, path: Path) -> Store:
        """The store in an SQLite file, whatever its name. Raises StoreError."""
        return cls.at(URL.create("sqlite", database=str(path)))

    @classmethod
    def at(cls, url: str | URL) -> Store:
        """The store at a database URL, its tables up to date. Raises OptionError or StoreError."""
        store = cls(_engine(url))
        with store._begin() as connection:
            migrate(connection)
        return store

    def add(
        self, page: StoredPage, changes: Sequence[Change], note: str, rulebook: str, created: datetime
    ) -> Correction:
        row = correction_row(page, note, rulebook, created)
        with self._begin() as connection:
            identifier = connection.execute(
                insert(tables.corrections).returning(tables.corrections.c.id), row
            ).scalar_one()
            if changes:
                connection.execute(insert(tables.changes), change_rows(identifier, changes))
        kept = self.get(identifier)
        if kept is None:
            raise StoreError(f"correction {identifier} was deleted while it was kept")
        return kept

    def newest(self, most: int, before: int | None = None) -> tuple[Summary, ...]:
        """The latest first, without their pages, which may be large; before: only those with a smaller id."""
        table = tables.corrections
        query = select(*(column for column in table.c if column.name != "content")).order_by(table.c.id.desc())
        if before is not None:
            query = query.where(table.c.id < before)
        with self._begin() as connection:
            rows = connection.execute(query.limit(most)).mappings().all()
            changes = _changes(connection, rows)
        return tuple(summary(row, changes[row["id"]]) for row in rows)

    def get(self, identifier: int) -> Correction | None:
        query = select(tables.corrections).where(tables.corrections.c.id == identifier)
        with self._begin() as connection:
            rows = connection.execute(query).mappings().all()
            changes = _changes(connection, rows)
        return correction(rows[0], changes[identifier]) if rows else None

    def delete(self, identifier: int) -> bool:
        """Whether there was such a correction."""
        with self._begin() as connection:
            connection.execute(delete(tables.changes).where(tables.changes.c.correction == identifier))
            gone = connection.execute(delete(tables.corrections).where(tables.corrections.c.id == identifier))
            return gone.rowcount > 0

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        """A transaction; what the database says stays in the log, since it may hold the URL's password."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, CommandError) as error:
            raise StoreError(f"the database of corrections cannot be used: {type(error).__name__}") from error


def _changes(connection: Connection, rows: Sequence[RowMapping]) -> Mapping[int, Sequence[RowMapping]]:
    """The changes of some corrections by their ids, in order."""
    changes = tables.changes
    query = select(changes).where(changes.c.correction.in_([row["id"] for row in rows])).order_by(changes.c.number)
    by_correction: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        by_correction[row["correction"]].append(row)
    return by_correction


def _engine(url: str | URL) -> Engine:
    try:
        address = make_url(url)
        if address.get_backend_name() != "sqlite":
            return create_engine(address, poolclass=NullPool)
        if address.database and address.database != ":memory:":
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": _BUSY_SECONDS})
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise OptionError(f"the store's address is of no use: {error}") from None
    except OSError as error:
        raise StoreError(f"the folder of corrections cannot be made: {error.strerror}") from None
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, record: object) -> None:
    """Write-ahead, so that readers do not wait for a writer (https://www.sqlite.org/wal.html)."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")
