"""A real crawl of a site on the loopback interface, through the pipeline, into a running service."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cleaner.pipeline import clean
from tests.waiting import PATIENCE
from tests.web.conftest import PAGE, ROOT

HTML = "text/html; charset=utf-8"
#: Path -> Content-Type and content.
SITE = {
    "/": (HTML, "".join(f'<p><a href="/{name}">x</a>' for name in ("1.html", "2.html", "3.pdf", "4.html")).encode()),
    "/1.html": (HTML, PAGE.encode()),
    "/2.html": ("text/html", PAGE.replace("<head>", '<head><meta charset="utf-16le">').encode("utf-16")),
    "/3.pdf": ("application/pdf", b"%PDF-1.7\n\x00\x01"),
    "/4.html": (HTML, b" \n "),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, content = SITE.get(self.path, (HTML, b""))
        self.send_response(200 if self.path in SITE else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        return None


class Crawl(NamedTuple):
    site: str
    items: list[dict[str, Any]]
    stats: dict[str, int]
    log: str

    def item(self, path: str) -> dict[str, Any]:
        (found,) = (item for item in self.items if item.get("url") == self.site + path)
        return found


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def crawl(site: str, service: str, folder: Path) -> Crawl:
    feed = folder / "items.jsonl"
    command = [sys.executable, "-m", "tests.client.crawl", f"{site}/", service, str(feed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    items = [json.loads(line) for line in feed.read_text("utf-8").splitlines()]
    return Crawl(site, items, json.loads(Path(f"{feed}.stats").read_text("utf-8")), done.stderr)


@pytest.fixture(scope="module")
def crawled(site: str, service: str, tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    return crawl(site, service, tmp_path_factory.mktemp("feed"))


@pytest.mark.parametrize("path", ["/1.html", "/2.html"])
def test_items_hold_what_the_library_gives(crawled: Crawl, path: str) -> None:
    kind, content = SITE[path]
    expected = clean(content, crawled.site + path, kind).to_dict()
    item = crawled.item(path)
    assert {name: item[name] for name in expected} == expected
    assert "page" not in item
    assert item["article"]["title"] == "Cầu mới qua sông"


def test_fields_of_one_s_own_stay(crawled: Crawl) -> None:
    assert crawled.item("/1.html")["section"] == "local"
    assert {"note": "an item without a page"} in crawled.items


@pytest.mark.parametrize(("path", "status"), [("/3.pdf", "415"), ("/4.html", "422")])
def test_a_page_that_cannot_be_cleaned_says_why(crawled: Crawl, path: str, status: str) -> None:
    item = crawled.item(path)
    assert set(item) == {"url", "error"}
    assert item["error"].startswith(status)
    assert f"{path} was not cleaned" in crawled.log


def test_all_is_counted(crawled: Crawl) -> None:
    assert crawled.stats == {"cleaner/cleaned": 2, "cleaner/unsupported-media": 1, "cleaner/empty-input": 1}


def test_the_wrong_service_is_told_on_each_item(site: str, tmp_path: Path) -> None:
    """The site itself as service: it answers, but not as one."""
    crawled = crawl(site, f"{site}/not-here", tmp_path)
    assert all(item["error"] for item in crawled.items if "url" in item)
    assert crawled.stats == {"cleaner/unreadable-answer": 4}
