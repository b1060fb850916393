"""The records that requests and answers of the API carry, besides the model's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cleaner.model import Article, Kind, LedgerEntry, Report
from cleaner.web.problem import Problem
from cleaner.web.schema import Sparse
from cleaner.web.worker import Job

Id = str | int | None


@dataclass(frozen=True, slots=True)
class Page(Sparse):
    """One page. `url` is a label and is never fetched; `content_type` as in HTTP; `kind` where it is known."""

    content: str
    url: str | None = None
    content_type: str | None = None
    kind: Kind | None = None

    def job(self, output: str, profile: str) -> Job:
        return Job(self.content, self.url, self.content_type, self.kind, output, profile)


@dataclass(frozen=True, slots=True)
class Item(Page):
    """A page among others; `id` comes back with its result."""

    id: Id = None


class Cleaned(NamedTuple):
    article: Article
    ledger: tuple[LedgerEntry, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class ItemResult(Sparse):
    """The result of one page among others: article, ledger and report, or `output` in another format, or `error`."""

    id: Id
    article: Article | None = None
    ledger: tuple[LedgerEntry, ...] = ()
    report: Report | None = None
    output: str | None = None
    error: Problem | None = None


@dataclass(frozen=True, slots=True)
class RestoreRequest(Sparse):
    """What `/v1/clean` answered, and the ids of the ledger entries to put back."""

    article: Article
    ledger: tuple[LedgerEntry, ...]
    ids: tuple[int, ...]
    report: Report | None = None


class Restored(NamedTuple):
    article: Article
    ledger: tuple[LedgerEntry, ...]


EXAMPLE = {
    "content": "<html><body><h1>Cầu mới</h1><p>Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông.</p>"
    "<p>Có thể bạn quan tâm</p></body></html>",
    "url": "https://example.vn/cau-moi.html",
    "content_type": "text/html",
}
EXAMPLE_ITEM = {"id": "1", **EXAMPLE}
