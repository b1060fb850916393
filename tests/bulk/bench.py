"""Measures bulk cleaning on pages made from a corpus of one's own; nothing of it is kept in the project.

    python -m tests.bulk.bench make CORPUS FOLDER PAGES [LARGEST]    WARC files of pages with varied text
    python -m tests.bulk.bench run FOLDER OUT WORKERS                pages a second, CPU a page, memory
    python -m tests.bulk.bench workers FOLDER OUT ROUNDS             one worker against two, in turns
    python -m tests.bulk.bench datatrove FOLDER OUT WORKERS          the same of datatrove's trafilatura pipeline

CORPUS has folders with gold.jsonl (file, url) and pages/. LARGEST bounds the pages taken, in bytes (0: none).
"""

from __future__ import annotations

import glob
import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_PAGES_A_FILE = 2500
_WORDS = b"hom nay thanh pho nguoi dan market council river report summer price water school bridge doctor".split()


def corpus_pages(corpus: Path, largest: int) -> Iterator[tuple[str, bytes]]:
    """(address, page) of every page of the corpus that is small enough."""
    for gold in sorted(corpus.glob("*/gold.jsonl")):
        for line in filter(None, gold.read_text("utf-8").split("\n")):
            item = json.loads(line)
            path = next((gold.parent / "pages").glob(glob.escape(item["file"]) + "*"), None)
            content = path.read_bytes() if path and "html" in path.name else b""
            content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
            if content and (not largest or len(content) <= largest):
                yield item.get("url") or f"https://example.org/{item['id']}", content


def make(corpus: Path, folder: Path, count: int, largest: int = 0) -> None:
    """Every paragraph of every copy gets six words of its own, so that no two pages are the same."""
    chance = random.Random(7)
    pages = list(corpus_pages(corpus, largest))
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{len(pages)} pages of {sum(len(page) for _, page in pages) // len(pages):,} bytes on average")
    for start in range(0, count, _PAGES_A_FILE):
        with (folder / f"part-{start // _PAGES_A_FILE:03d}.warc.gz").open("wb") as file:
            for number in range(start, min(count, start + _PAGES_A_FILE)):
                url, page = chance.choice(pages)
                file.write(_record(number, url, _varied(page, chance)))


def _varied(page: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"</p>", lambda _: b" " + b" ".join(chance.choices(_WORDS, k=6)) + b".</p>", page)


def _record(number: int, url: str, page: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"WARC-Target-URI: {url}?v={number}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(head.encode() + http + b"\r\n\r\n") + packer.flush()


class Measured(NamedTuple):
    """wall, cpu: seconds of the command and of all that it started. peaks: largest first, in MB."""

    exit: int
    wall: float
    cpu: float
    peaks: list[int]

    def __str__(self) -> str:
        return f"exit {self.exit}: {self.wall:.1f} s, {self.cpu:.1f} s of CPU, peaks {self.peaks} MB"


def measure(command: list[str]) -> Measured:
    """Runs a command to its end."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    cpu: dict[int, float] = {}
    peak: dict[int, int] = {}
    while process.poll() is None:
        for pid in _family(process.pid):
            _sample(pid, cpu, peak)
        time.sleep(0.2)
    largest = sorted(peak.values(), reverse=True)[:5]
    wall = time.monotonic() - begun
    return Measured(process.returncode, wall, sum(cpu.values()), largest)


def ours(folder: str, out: str, workers: int) -> Measured:
    """A run of ours from the start, into an empty folder."""
    shutil.rmtree(out, ignore_errors=True)
    script = "from cleaner.cli import main; main()"
    return measure([sys.executable, "-c", script, "bulk", folder, "--out", out, "--workers", str(workers)])


def compare_workers(folder: str, out: str, rounds: int) -> None:
    """One worker and two over the same pages in turns (ABBA, so that a drift of the machine hits both alike)."""
    walls: dict[int, list[float]] = {1: [], 2: []}
    for number in range(rounds):
        for workers in (1, 2) if number % 2 == 0 else (2, 1):
            load = os.getloadavg()[0]
            found = ours(folder, out, workers)
            walls[workers].append(found.wall)
            print(f"round {number + 1}, {workers} workers, load {load:.1f} before: {found}", flush=True)
    one, two = (statistics.median(walls[workers]) for workers in (1, 2))
    pairs = [first / second for first, second in zip(walls[1], walls[2], strict=True)]
    print(f"medians: 1 worker {one:.1f} s, 2 workers {two:.1f} s: {one / two:.2f} times as fast")
    print(f"by round: {', '.join(f'{ratio:.2f}' for ratio in pairs)} (start and end of a run, a few seconds, included)")


def _sample(pid: int, cpu: dict[int, float], peak: dict[int, int]) -> None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return
    cpu[pid] = (int(fields[11]) + int(fields[12])) / 100
    peak[pid] = max(peak.get(pid, 0), int(found[1]) // 1024 if found else 0)


def _family(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:
            continue
        children.setdefault(int(text.rpartition(")")[2].split()[1]), []).append(int(text.split()[0]))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def datatrove_pipeline(folder: str, out: str, workers: int) -> None:
    """WARC reader, trafilatura with datatrove's own settings, JSONL writer; the page's time as ours."""
    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.extractors import Trafilatura
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import JsonlWriter

    steps = [WarcReader(folder, glob_pattern="*.warc.gz"), Trafilatura(timeout=20), JsonlWriter(f"{out}/text")]
    tasks = len(list(Path(folder).glob("*.warc.gz")))
    LocalPipelineExecutor(steps, tasks=tasks, workers=workers, logging_dir=f"{out}/logs").run()


def main(verb: str, *arguments: str) -> None:
    if verb == "make":
        make(Path(arguments[0]), Path(arguments[1]), *map(int, arguments[2:]))
        return
    if verb == "datatrove-here":
        datatrove_pipeline(arguments[0], arguments[1], int(arguments[2]))
        return
    folder, out, number = arguments
    if verb == "workers":
        compare_workers(folder, out, int(number))
    elif verb == "run":
        print(ours(folder, out, int(number)))
    else:
        shutil.rmtree(out, ignore_errors=True)
        print(measure([sys.executable, "-m", "tests.bulk.bench", "datatrove-here", *arguments]))


if __name__ == "__main__":
    main(*sys.argv[1:])
