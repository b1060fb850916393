"""Whether memory stays flat over a long run of pages: `python -m tests.bench.memory FOLDER [--pages 10000]`.

FOLDER holds pages as *.html or *.html.gz, at any depth; they are read one at a time, over and over, each time with
other words, until so many are cleaned in this one process, as a bulk worker cleans them: in batches, behind each of
which it looks for garbage and gives memory back. Prints the resident memory (Linux, median) over the first
and the last thousand pages and the peak; exits with 1 when the last is over 2 % above the first.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import os
import resource
import statistics
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from cleaner import clean
from cleaner.allocator import give_back
from cleaner.errors import InputError
from cleaner.warm import warm_up

_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_BATCH = 256  # pages, as in bulk
_END = 1_000  # pages at either end of the run
_MOST = 0.02
_MIB = 2**20


def pages(folder: Path) -> Iterator[bytes]:
    """The folder's pages without end; a number in each makes its text another one in each round."""
    files = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".html.gz")))
    for number, path in enumerate(cycle(files)):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        yield content.replace(b"</p>", b" %d</p>" % number)


def resident() -> int:
    """Bytes of this process that are in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE_BYTES


def run(folder: Path, most: int) -> list[int]:
    """Resident memory after each page."""
    sizes = []
    warm_up()
    gc.disable()
    for number, content in enumerate(islice(pages(folder), most)):
        if number % _BATCH == 0:
            gc.collect()
            give_back()
        try:
            clean(content)
        except InputError as error:
            print(f"not cleaned: {error}", file=sys.stderr)
        sizes.append(resident())
    return sizes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    arguments = parser.parse_args()
    if next(pages(arguments.folder), None) is None:
        parser.error(f"{arguments.folder} holds no *.html or *.html.gz")
    sizes = run(arguments.folder, arguments.pages)
    first, last = statistics.median(sizes[:_END]), statistics.median(sizes[-_END:])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    change = last / first - 1
    print(f"{len(sizes)} pages: {first / _MIB:.0f} MiB over the first {_END}, {last / _MIB:.0f} MiB over the last "
          f"({change:+.1%}), peak {peak / _MIB:.0f} MiB")  # fmt: skip
    return int(change > _MOST)


if __name__ == "__main__":
    sys.exit(main())
