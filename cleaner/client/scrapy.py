"""A Scrapy item pipeline: a response goes in, article and ledger come out. Needs the extra `scrapy`.

    ITEM_PIPELINES = {"cleaner.client.scrapy.CleanerPipeline": 300}
    CLEANER_URL = "http://127.0.0.1:8000"

A spider yields `{"page": response}`; the item goes on with `url`, `article`, `ledger` and `report`, or
with `url` and `error` where the page could not be cleaned, and without `page`, which no feed could
hold. Items without a page pass as they are. Items of a class of their own need these fields.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Self

from itemadapter import ItemAdapter
from scrapy.crawler import Crawler
from scrapy.http import Response

from cleaner.client.asynchronous import AsyncClient
from cleaner.client.errors import ClientError, ServiceRefused
from cleaner.model import CleanResult

_LOG = logging.getLogger(__name__)


class CleanerPipeline:
    """Settings: CLEANER_URL, CLEANER_KEY, CLEANER_PARALLEL (pages in the service at a time, 4), CLEANER_FIELD ("page").

    Stats: `cleaner/cleaned`, and `cleaner/<code>` for each kind of error.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._settings, self._stats = crawler.settings, crawler.stats
        self._field: str = crawler.settings.get("CLEANER_FIELD", "page")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        settings = self._settings
        self._client = AsyncClient(settings.get("CLEANER_URL", "http://127.0.0.1:8000"), settings.get("CLEANER_KEY"))
        parallel = settings.getint("CLEANER_PARALLEL", 4)
        if parallel < 1:
            raise ValueError("CLEANER_PARALLEL must be greater than 0: no page would ever be sent")
        self._gate = asyncio.Semaphore(parallel)

    async def close_spider(self) -> None:
        await self._client.close()

    async def process_item(self, item: Any) -> Any:
        adapter = ItemAdapter(item)
        if self._field in adapter:
            await self._replace(adapter)
        return item

    async def _replace(self, item: ItemAdapter) -> None:
        """Puts what was made of the page in the page's place."""
        response: Response = item.pop(self._field)
        item["url"] = response.url
        try:
            found: dict[str, Any] = (await self._clean(response)).to_dict()
        except ClientError as error:
            found = {"error": str(error)}
            self._note(_code(error), response.url, error)
        else:
            self._note("cleaned", response.url)
        item.update(found)

    async def _clean(self, response: Response) -> CleanResult:
        said = response.headers.get("Content-Type") or b""
        async with self._gate:
            return await self._client.clean(response.body, response.url, content_type=said.decode("latin-1") or None)

    def _note(self, what: str, url: str, error: ClientError | None = None) -> None:
        if self._stats:
            self._stats.inc_value(f"cleaner/{what}")
        if error:
            _LOG.warning("%s was not cleaned: %s", url, error)


def _code(error: ClientError) -> str:
    """The most exact name of an error."""
    return (isinstance(error, ServiceRefused) and error.problem.code) or error.code
