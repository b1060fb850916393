"""An index of known titles by host, in one SQLite file: filled by edges while they clean, asked by the engine.

With it a page's verdicts depend on the pages that were cleaned before, so that it is off by default.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from cleaner.errors import StoreError
from cleaner.known import title_key
from cleaner.model import CleanResult

_SCHEMA = """
CREATE TABLE IF NOT EXISTS titles (
    host TEXT NOT NULL, key TEXT NOT NULL, url TEXT NOT NULL, PRIMARY KEY (host, key, url)
) WITHOUT ROWID
"""
_AT_A_TIME = 500  # keys of one question; SQLite takes 999 and more
_BUSY_SECONDS = 10


class TitleIndex:
    """`cleaner.known.Known` over a file. Each use opens it anew: safe in threads, processes and across forks.

    All methods raise StoreError when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._open() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(_SCHEMA)

    def among(self, host: str, keys: Collection[str], url: str | None) -> frozenset[str]:
        """Which of the keys are titles of other pages of the host."""
        with self._open() as connection:
            return frozenset(
                key for some in _chunks(sorted(keys)) for key in _asked(connection, plain_host(host), some, url or "")
            )

    def learn(self, result: CleanResult) -> None:
        """Keeps the title of a cleaned article under the host of its address; what has none of either is no title."""
        article = result.article
        key, host = title_key(article.title or ""), _host(article.url)
        if not key or not host or article.kind == "not_article":
            return
        with self._open() as connection:
            connection.execute("DELETE FROM titles WHERE host = ? AND url = ?", (host, article.url))
            connection.execute("INSERT INTO titles VALUES (?, ?, ?)", (host, key, article.url))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
            try:
                with connection:
                    yield connection
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise StoreError(f"the index of titles cannot be used: {error}") from error


def plain_host(host: str) -> str:
    """A host without the names that stand for the same site.

    >>> plain_host("www.nhandan.vn"), plain_host("m.nhandan.vn")
    ('nhandan.vn', 'nhandan.vn')
    >>> plain_host("m.vn")
    'm.vn'
    """
    host = host.lower()
    for prefix in ("www.", "m.", "amp."):
        rest = host.removeprefix(prefix)
        host = rest if "." in rest else host
    return host


def _host(url: str | None) -> str:
    try:
        return plain_host(urlsplit(url or "").hostname or "")
    except ValueError:
        return ""


def _chunks(keys: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while some := list(islice(rest, _AT_A_TIME)):
        yield some


def _asked(connection: sqlite3.Connection, host: str, keys: list[str], url: str) -> Iterator[str]:
    marks = ", ".join("?" * len(keys))
    query = f"SELECT DISTINCT key FROM titles WHERE host = ? AND url != ? AND key IN ({marks})"
    yield from (row[0] for row in connection.execute(query, (host, url, *keys)))
