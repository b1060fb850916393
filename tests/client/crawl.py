"""A Scrapy project of one file, as a user would write it: `python -m tests.client.crawl SITE SERVICE FEED`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class Story(scrapy.Item):
    """An item with fields of its own."""

    page, url, article, ledger, report, error, section = (scrapy.Field() for _ in range(7))


class NewsSpider(scrapy.Spider):
    name = "news"

    def parse(self, response: Response, **more: Any) -> Iterator[Any]:
        for link in response.css("a::attr(href)").getall():
            yield response.follow(link, self.story)
        yield {"note": "an item without a page"}

    def story(self, response: Response) -> Iterator[Any]:
        yield Story(page=response, section="local") if response.url.endswith("1.html") else {"page": response}


def main(site: str, service: str, feed: str) -> None:
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {"cleaner.client.scrapy.CleanerPipeline": 300},
            "CLEANER_URL": service,
            "FEEDS": {feed: {"format": "jsonlines"}},
            "LOG_LEVEL": "WARNING",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    crawler = process.create_crawler(NewsSpider)
    process.crawl(crawler, start_urls=[site])
    process.start()
    stats = crawler.stats.get_stats() if crawler.stats else {}
    counts = {name: value for name, value in stats.items() if name.startswith(("cleaner/", "log_count/ERROR"))}
    Path(f"{feed}.stats").write_text(json.dumps(counts), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
