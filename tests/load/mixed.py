"""Mixed load at twice what a service can do, with hostile pages in it: `python -m tests.load.mixed --minutes 15`.

Starts `cleaner serve`, measures how many requests of the mix a second it answers at most, then sends twice as many,
open loop: requests start by the clock, whether or not earlier ones were answered, as long as one of the clients
is free. Prints what came back and exits with 1 when anything does not hold:

- every request is answered: 200, a typed 4xx, or 503 with Retry-After
- p99 of the good answers is below what the settings allow for waiting and cleaning
- the memory of all processes (median) in the last minute is within 5 % of the first (after a warm-up of a minute)
- every good answer is, byte for byte, what the library gives
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from cleaner import clean
from cleaner.cli.table import rows
from cleaner.render import render

ROOT = Path(__file__).resolve().parents[2]
PAGE_SECONDS, QUEUE_SECONDS = 2.0, 3.0
#: Beyond waiting and cleaning: the network, and threads that wait for each other.
SLACK_SECONDS = 5.0
SHARE_HOSTILE = 0.1
CLIENTS = 600
_MOST_PAGES = 200


class Request(NamedTuple):
    """expected: the library's bytes; None for a hostile request."""

    name: str
    body: bytes
    headers: dict[str, str]
    expected: bytes | None = None


class Answer(NamedTuple):
    """status: 0 when there was none. sound: as promised for its status."""

    request: Request
    status: int
    seconds: float
    sound: bool
    why: str


def good_requests(folder: Path | None = None) -> list[Request]:
    """The .html and .txt files under a folder; without one the seeds and the (small) pages of the tests."""
    own = [*ROOT.glob("tests/pages/*/page.html"), *ROOT.glob("seeds/0*_*.txt")]
    pages = sorted([*folder.rglob("*.html"), *folder.rglob("*.txt")] if folder else own)[:_MOST_PAGES]
    contents = {f"{page.parent.name}/{page.name}": page.read_bytes() for page in pages}
    contents |= {f"long {count}": f"<h1>Tin</h1><p>{'Câu văn. ' * 40 * count}</p>".encode() for count in (10, 40)}
    return [_good(name, content) for name, content in contents.items()]


def _good(name: str, content: bytes) -> Request:
    kind = "text/plain; charset=utf-8" if name.endswith(".txt") else "text/html; charset=utf-8"
    return Request(name, content, {"Content-Type": kind}, render(clean(content, None, kind)))


def hostile_requests() -> list[Request]:
    """Slow, deep, huge, broken, lying about themselves, unfolding."""
    html = {"Content-Type": "text/html"}
    paragraph = "<p>Một đoạn <b>dài</b> <a href=x>của</a> bài.</p>".encode()
    wrong = json.dumps({"content": 1, "x": [1] * 1000}).encode()
    return [
        Request("slow", paragraph * 60_000, html),
        Request("deep", b"<div>" * 100_000 + b"x", html),
        Request("wide table", b"<table>" + b"<tr>" + b"<td>1" * 200_000, html),
        Request("attributes", b"<p " + b"a=1 " * 200_000 + b">x", html),
        Request("gzip bomb", gzip.compress(b"<p>" + b"a" * 100_000_000), {**html, "Content-Encoding": "gzip"}),
        Request("broken gzip", gzip.compress(b"<p>x</p>" * 1000)[:40], {**html, "Content-Encoding": "gzip"}),
        Request("not a page", b"%PDF-1.7\n" + bytes(range(256)) * 100, html),
        Request("nothing", b" \n ", html),
        Request("zeros", b"\0" * 100_000, html),
        Request("random", random.Random(1).randbytes(100_000), html),
        Request("bad JSON", b'{"content": ' * 50_000, {"Content-Type": "application/json"}),
        Request("wrong JSON", wrong, {"Content-Type": "application/json"}),
        Request("unknown coding", b"x", {**html, "Content-Encoding": "snappy"}),
    ]


class Service:
    """`cleaner serve` on a port of the loopback interface."""

    def __init__(self, port: int, processes: int, page_workers: int, log: Path) -> None:
        given = {
            "PORT": port, "PROCESSES": processes, "PAGE_WORKERS": page_workers, "PAGE_SECONDS": PAGE_SECONDS,
            "QUEUE_SECONDS": QUEUE_SECONDS, "LOG_LEVEL": "warning",
        }  # fmt: skip
        environ = {**os.environ, **{f"CLEANER_{name}": str(value) for name, value in given.items()}}
        command = [sys.executable, "-c", "from cleaner.cli import main; main(['serve'])"]
        self._port = port
        with log.open("w") as file:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environ, stderr=file)

    def ask(self, request: Request) -> Answer:
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        try:
            connection.request("POST", "/v1/clean", request.body, request.headers)
            got = connection.getresponse()
            body = got.read()
        except OSError as error:
            return Answer(request, 0, time.monotonic() - began, False, f"{request.name}: {type(error).__name__}")
        finally:
            connection.close()
        seconds, wrong = time.monotonic() - began, what_is_wrong(request, got, body)
        return Answer(request, got.status, seconds, wrong is None, f"{request.name}: {wrong}")

    def wait(self) -> None:
        for _ in range(600):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.1)
            finally:
                connection.close()
        raise SystemExit("the service did not become ready")

    def memory(self) -> int:
        """Bytes that all its processes hold, shared pages counted once (Linux: proportional set size)."""
        return sum(_proportional(pid) for pid in [self._process.pid, *_descendants(self._process.pid)])

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(90)


def what_is_wrong(request: Request, got: http.client.HTTPResponse, body: bytes) -> str | None:
    """None for an answer as promised."""
    if got.status == 200:
        return None if request.expected in (None, body) else "not the library's bytes"
    if got.status not in (400, 413, 415, 422, 503):
        return f"status {got.status}"
    if got.headers.get_content_type() != "application/problem+json" or json.loads(body)["status"] != got.status:
        return f"{got.status} without a problem"
    return "503 without Retry-After" if got.status == 503 and "Retry-After" not in got.headers else None


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, _read(path).split()):
            found += [child, *_descendants(child)]
    return found


def _proportional(pid: int) -> int:
    match = re.search(r"^Pss:\s+(\d+) kB", _read(Path(f"/proc/{pid}/smaps_rollup")), re.MULTILINE)
    return int(match[1]) * 1024 if match else 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def sustainable(service: Service, pick: Callable[[], Request], seconds: float, clients: int) -> float:
    """Answers a second that so many clients get, one request after the other each; none is turned away."""
    end, done = time.monotonic() + seconds, Counter[int]()

    def work() -> None:
        while time.monotonic() < end:
            done[service.ask(pick()).status] += 1

    threads = [threading.Thread(target=work) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return (done.total() - done[503]) / seconds


class Flood(NamedTuple):
    """held: requests that were not sent, because every client was still waiting for an answer."""

    answers: list[Answer]
    held: int


def flood(service: Service, pick: Callable[[], Request], rate: float, seconds: float) -> Flood:
    """`rate` requests a second, by the clock."""
    began, free, held = time.monotonic(), threading.Semaphore(CLIENTS), 0

    def ask() -> Answer:
        try:
            return service.ask(pick())
        finally:
            free.release()

    with ThreadPoolExecutor(CLIENTS) as threads:
        waiting = []
        for number in range(int(rate * seconds)):
            time.sleep(max(0.0, began + number / rate - time.monotonic()))
            if free.acquire(blocking=False):
                waiting.append(threads.submit(ask))
            else:
                held += 1
        return Flood([each.result() for each in waiting], held)


class Memory(threading.Thread):
    """Samples, each (seconds since the start, bytes)."""

    def __init__(self, service: Service) -> None:
        super().__init__(daemon=True)
        self._service, self.samples = service, list[tuple[float, int]]()

    def run(self) -> None:
        began = time.monotonic()
        while True:
            self.samples.append((time.monotonic() - began, self._service.memory()))
            time.sleep(1)

    def typical(self, start: float, end: float) -> float:
        """The median: now and then a large body or page is in hand, or a page process is being replaced."""
        return statistics.median(size for at, size in self.samples if start <= at < end)


class Result(NamedTuple):
    """first, last: median bytes in the first and the last minute."""

    answers: list[Answer]
    held: int
    first: float
    last: float


def run(arguments: argparse.Namespace) -> Result:
    good, hostile, chance = good_requests(arguments.pages), hostile_requests(), random.Random(7)
    service = Service(arguments.port, arguments.processes, arguments.page_workers, arguments.log)

    def pick() -> Request:
        return chance.choice(hostile if chance.random() < SHARE_HOSTILE else good)

    try:
        service.wait()
        workers = arguments.processes * arguments.page_workers
        pages = sustainable(service, lambda: chance.choice(good), 10, 2 * workers)
        rate = sustainable(service, pick, 20, 2 * workers)
        print(f"sustainable: {pages:.1f} good pages or {rate:.1f} of the mix a second; due: {2 * rate:.1f}", flush=True)
        warm, seconds = min(60.0, arguments.minutes * 15), arguments.minutes * 60
        memory = Memory(service)
        memory.start()
        answers, held = flood(service, pick, 2 * rate, warm + seconds)
        span = min(60.0, seconds / 3)
        end = memory.samples[-1][0]
        return Result(answers, held, memory.typical(warm, warm + span), memory.typical(warm + seconds - span, end))
    finally:
        service.stop()


def report(result: Result) -> Iterator[str]:
    """What came back, and one line for each thing that does not hold, beginning with "NOT"."""
    counts = Counter((answer.request.expected is None, answer.status) for answer in result.answers)
    names = {False: "good", True: "hostile"}
    cells = [(names[bad], str(status or "none"), str(number)) for (bad, status), number in sorted(counts.items())]
    yield from rows(("request", "status", "answers"), cells)
    times = sorted(a.seconds for a in result.answers if a.request.expected and a.status == 200)
    p50, p99 = (times[int(len(times) * share)] for share in (0.5, 0.99))
    yield f"{len(result.answers)} requests sent; {result.held} held back, because all {CLIENTS} clients were waiting"
    yield f"{len(times)} good answers compared byte for byte"
    yield f"their time: p50 {p50:.2f} s, p99 {p99:.2f} s, slowest {times[-1]:.2f} s"
    change = result.last / result.first - 1
    yield f"memory: {result.first / 2**20:.0f} MiB at first, {result.last / 2**20:.0f} MiB at last ({change:+.1%})"
    yield from (f"NOT as promised: {why} ({n} times)" for why, n in wrong(result.answers).most_common(20))
    if p99 > PAGE_SECONDS + QUEUE_SECONDS + SLACK_SECONDS:
        yield "NOT bounded: p99 of the good answers"
    if abs(change) > 0.05:
        yield "NOT flat: memory"


def wrong(answers: list[Answer]) -> Counter[str]:
    return Counter(answer.why for answer in answers if not answer.sound)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--page-workers", type=int, default=2)
    parser.add_argument("--pages", type=Path, help="Folder of stored pages to send instead of the tests' own.")
    parser.add_argument(
        "--log", type=Path, default=Path(os.devnull), help="For the service's own log; none by default."
    )
    lines = list(report(run(parser.parse_args())))
    print("\n".join(lines))
    return int(any(line.startswith("NOT") for line in lines))


if __name__ == "__main__":
    sys.exit(main())
