"""Requests a second beside the HTTP service of article-extractor: same pages, workers, machine and run.

    python3.12 -m venv /tmp/ae && /tmp/ae/bin/pip install 'article-extractor[server]==0.5.9'
    python -m tests.load.compare_article_extractor FOLDER --python /tmp/ae/bin/python [--workers 2] [--rounds 3]
        [--ours build/compiled]

FOLDER holds pages as *.html or *.html.gz, at any depth. Their service takes an address and fetches the page, ours
takes the page; so theirs is measured as it is, with the pages on a loopback server (`fetching`), and with its fetch
replaced by handing it the page from memory (`given`), which is the fair one to extraction. Each round measures all
three one after the other, with the others idle; the caches of theirs are not hit, as each page is asked for once.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
PORT = int(os.environ.get("COMPARE_PORT", "21210"))
#: Runs in their environment: their service, given pages by a number in the address instead of fetching them.
GIVEN = """
import os, sys
from urllib.parse import urlsplit
from article_extractor import server
from article_extractor.extractor import ArticleExtractor, _run_extraction
names = sorted(os.listdir(os.environ["PAGES"]))
pages = [open(os.path.join(os.environ["PAGES"], name), encoding="utf-8", errors="replace").read() for name in names]
async def given(url, options=None, executor=None, **_):
    return await _run_extraction(ArticleExtractor(options), pages[int(urlsplit(url).path[1:])], url, executor)
server.extract_article_from_url = given
app = server.app
"""


class Request(NamedTuple):
    path: str
    body: bytes
    content_type: str


class Score(NamedTuple):
    """rate: answers a second, wall clock. cpu: seconds of all the service's processes for one answer, which
    says more than the clock on a machine that has other work. statuses: how many of each."""

    rate: float
    cpu: float
    statuses: Counter[int]


def read_pages(folder: Path, most: int) -> list[bytes]:
    files = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".html.gz")))[:most]
    return [gzip.decompress(data) if (data := path.read_bytes())[:2] == b"\x1f\x8b" else data for path in files]


@contextmanager
def page_server(pages: Sequence[bytes]) -> Iterator[None]:
    """The pages by their number, as UTF-8 HTML, in a process of its own."""
    process = os.fork()
    if not process:
        _serve_pages(pages)
    try:
        yield
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _serve_pages(pages: Sequence[bytes]) -> None:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            page = pages[int(urlsplit(self.path).path[1:])]
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:
            return None

    ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()


@contextmanager
def running(command: Sequence[str], port: int, **environ: str) -> Iterator[int]:
    """A service on a port, once it answers; gives its process id."""
    log = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environ}, stdout=log, stderr=log)
    try:
        _await(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(60)


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit(f"ended at its start: {process.args!r}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/openapi.json", timeout=2).read()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"does not answer: {process.args!r}")


def cpu_seconds(pid: int) -> float:
    """Of a process, of those that it started, and of those of them that have ended; Linux."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return own + sum(cpu_seconds(int(child)) for path in lists for child in path.read_text().split())


def measure(pid: int, port: int, requests: Sequence[Request], clients: int) -> Score:
    """All requests, each client with a connection of its own that is kept open."""
    left = iter(requests)
    lock = threading.Lock()
    statuses: Counter[int] = Counter()

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while True:
            with lock:
                request = next(left, None)
            if request is None:
                return connection.close()
            connection.request("POST", request.path, request.body, {"Content-Type": request.content_type})
            answer = connection.getresponse()
            answer.read()
            with lock:
                statuses[answer.status] += 1

    threads = [threading.Thread(target=work) for _ in range(clients)]
    began, before = time.perf_counter(), cpu_seconds(pid)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, cpu = time.perf_counter() - began, cpu_seconds(pid) - before
    return Score(len(requests) / seconds, cpu / len(requests), statuses)


def for_ours(pages: Sequence[bytes]) -> list[Request]:
    return [Request("/v1/clean", page, "text/html") for page in pages]


def for_theirs(pages: Sequence[bytes], turn: int) -> list[Request]:
    addresses = (f"http://127.0.0.1:{PORT}/{number}?{turn}" for number in range(len(pages)))
    bodies = (json.dumps({"url": address, "prefer_playwright": False}).encode() for address in addresses)
    return [Request("/", body, "application/json") for body in bodies]


def compare(
    pages: Sequence[bytes], python: str, workers: int, rounds: int, folder: Path, engine: Path
) -> dict[str, list[Score]]:
    """Scores by service, one a round. `folder`: where the pages are laid down for `given`; `engine`: ours."""
    for number, page in enumerate(pages):
        (folder / f"{number:06d}.html").write_bytes(page)
    (folder.parent / "given_app.py").write_text(GIVEN, "utf-8")
    uvicorn = [python, "-m", "uvicorn", "--workers", str(workers), "--host", "127.0.0.1", "--port"]
    ours = [sys.executable, "-P", "-c", "from cleaner.cli import main; main()", "serve", "--port", str(PORT + 1)]
    clients = 2 * workers
    with (
        page_server(pages),
        running(ours, PORT + 1, CLEANER_PAGE_WORKERS=str(workers), PYTHONPATH=str(engine)) as cleaner,
        running([*uvicorn, str(PORT + 2), "article_extractor.server:app"], PORT + 2, PYTHONPATH="") as fetching,
        running(
            [*uvicorn, str(PORT + 3), "given_app:app"], PORT + 3, PYTHONPATH=str(folder.parent), PAGES=str(folder)
        ) as given,
    ):
        turns: dict[str, Callable[[int], Score]] = {
            "cleaner": lambda turn: measure(cleaner, PORT + 1, for_ours(pages), clients),
            "article-extractor, fetching": lambda turn: measure(fetching, PORT + 2, for_theirs(pages, turn), clients),
            "article-extractor, given": lambda turn: measure(given, PORT + 3, for_theirs(pages, turn), clients),
        }
        for turn in turns.values():  # warm-up, not counted
            turn(-1)
        scores: dict[str, list[Score]] = {name: [] for name in turns}
        for number in range(rounds):
            for name, turn in turns.items():
                scores[name].append(turn(number))
                rate, cpu, _ = scores[name][-1]
                print(f"round {number + 1}: {name}: {rate:.1f} a second, {cpu * 1000:.1f} ms of CPU", flush=True)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", required=True, help="the interpreter of the environment with article-extractor")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--ours", type=Path, default=ROOT, help="where our package lies; after `make compiled`: build/compiled"
    )
    parser.add_argument("--most", type=int, default=200, help="pages at most")
    given = parser.parse_args()
    pages = read_pages(given.folder, given.most)
    print(f"{len(pages)} pages of {sum(map(len, pages)) // len(pages):,} bytes on average, {given.workers} workers")
    with tempfile.TemporaryDirectory() as folder:
        laid = Path(folder) / "pages"
        laid.mkdir()
        scores = compare(pages, given.python, given.workers, given.rounds, laid, given.ours.resolve())
    report(scores)


def report(scores: dict[str, list[Score]]) -> None:
    """Medians over the rounds, and how they stand to ours."""
    rate, cpu = medians(scores["cleaner"])
    for name, some in scores.items():
        its_rate, its_cpu = medians(some)
        print(
            f"{name}: {its_rate:.1f} answers a second, ours {rate / its_rate:.2f} times that; {dict(some[-1].statuses)}"
        )
        print(f"    {its_cpu * 1000:.1f} ms of CPU an answer, {its_cpu / cpu:.2f} times ours")


def medians(scores: Sequence[Score]) -> tuple[float, float]:
    """Rate and CPU."""
    return statistics.median(score.rate for score in scores), statistics.median(score.cpu for score in scores)


if __name__ == "__main__":
    main()
