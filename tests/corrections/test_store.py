"""The store on SQLite, and on PostgreSQL where CLEANER_TEST_POSTGRES names a database that may be written to."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool

from cleaner.corrections import open_store
from cleaner.corrections.store import Store
from cleaner.corrections.tables import metadata
from cleaner.errors import OptionError, StoreError
from tests.corrections.samples import CHANGES, PAGE, WHEN, WHEN_UTC

POSTGRES = os.environ.get("CLEANER_TEST_POSTGRES", "")
needs_postgres = pytest.mark.skipif(not POSTGRES, reason="CLEANER_TEST_POSTGRES names no database")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kept' / 'cleaner.db'}"
        return
    yield POSTGRES
    with create_engine(POSTGRES, poolclass=NullPool).begin() as connection:
        for table in ("changes", "corrections", "alembic_version"):
            connection.execute(text(f"DROP TABLE IF EXISTS {table}"))


@pytest.fixture
def store(url: str) -> Store:
    return Store.at(url)


def test_what_is_kept_comes_back(store: Store, url: str) -> None:
    kept = store.add(PAGE, CHANGES, "A note", "0123456789ab", WHEN)
    assert (kept.page, kept.changes, kept.note, kept.rulebook) == (PAGE, CHANGES, "A note", "0123456789ab")
    assert kept.created == WHEN_UTC
    assert kept.created.utcoffset() is not None
    assert Store.at(url).get(kept.id) == kept


def test_the_latest_first_and_page_by_page(store: Store) -> None:
    ids = [store.add(PAGE, CHANGES, str(number), "x", WHEN).id for number in range(5)]
    first = store.newest(2)
    assert [one.id for one in first] == ids[:2:-1]
    assert [one.id for one in store.newest(9, before=first[-1].id)] == ids[2::-1]
    assert first == tuple(kept.summary() for identifier in ids[:2:-1] if (kept := store.get(identifier)))


def test_what_is_deleted_is_gone_and_its_number_with_it(store: Store) -> None:
    one = store.add(PAGE, CHANGES, "", "x", WHEN)
    assert store.delete(one.id)
    assert not store.delete(one.id)
    assert store.get(one.id) is None
    assert store.newest(9) == ()
    assert store.add(PAGE, (), "", "x", WHEN).id > one.id


def test_a_folder_of_any_name_and_one_that_cannot_be_made(tmp_path: Path) -> None:
    odd = tmp_path / "50% ?x=1#y"
    assert open_store(data=odd) is not None
    assert (odd / "cleaner.db").is_file()
    (tmp_path / "file").write_text("a file, where a folder should be")
    with pytest.raises(StoreError, match="folder"):
        open_store(data=tmp_path / "file" / "data")
    with pytest.raises(StoreError, match="folder"):
        open_store(f"sqlite:///{tmp_path}/file/data/own.db")


def test_odd_characters(store: Store) -> None:
    page = PAGE._replace(content="\ud800 \x00 𠮷", url="https://a.vn/\x00")
    kept = store.add(page, CHANGES[:1], "\x00'; DROP TABLE changes; --", "x", WHEN)
    assert kept.page.content == page.content
    assert kept.page.url == "https://a.vn/"
    assert kept.note == "'; DROP TABLE changes; --"


def test_many_writers_at_once(store: Store) -> None:
    def write() -> None:
        for _ in range(5):
            store.add(PAGE, CHANGES, "", "x", WHEN)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.newest(100)) == 20


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store, url: str) -> None:
    with create_engine(url, poolclass=NullPool).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert {"corrections", "changes", "alembic_version"} <= set(inspect(connection).get_table_names())


def test_a_database_of_a_later_version_is_refused(store: Store, url: str) -> None:
    with create_engine(url, poolclass=NullPool).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(StoreError):
        Store.at(url)


def test_a_database_that_cannot_be_reached(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a database, and long enough to be read as one", "utf-8")
    with pytest.raises(StoreError) as caught:
        Store.at(f"sqlite:///{tmp_path / 'file'}")
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize("url", ["nonsense", "nosuchdb://x", "sqlite+nosuch:///x"])
def test_an_address_of_no_use(url: str) -> None:
    with pytest.raises(OptionError):
        Store.at(url)


def test_opened_only_when_asked_for(tmp_path: Path) -> None:
    assert open_store() is None
    opened = open_store(data=tmp_path / "data")
    assert opened is not None
    assert (tmp_path / "data" / "cleaner.db").is_file()
