"""`python -m tests.hostile.fuzz --minutes 30`: coverage-guided search for inputs that break a promise.

libFuzzer (through atheris) mutates bytes, `tests.hostile.mutate` mutates pages. A finding does not
end the run: the smallest input of each kind of finding is kept in FOLDER/findings, the inputs that reach
new code in FOLDER/corpus. The committed corpus (tests/hostile/corpus) is where the search starts.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import traceback
from pathlib import Path

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["cleaner"]):
    from tests.hostile import inputs, oracle

from tests.hostile.mutate import cross, mutate

SECONDS = 0.5  # CPU time that an input of a few KB may take
_RARELY = 8  # every how many executions the costly promises are checked


class Search:
    """Counts executions and keeps the smallest input of each kind of finding."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runs = 0
        self.seen: dict[str, int] = {}
        self.began = time.monotonic()

    def one(self, data: bytes) -> None:
        self.runs += 1
        begun = time.process_time()
        try:
            content, kind = inputs.read(data)
            oracle.check(content, kind)
            if self.runs % _RARELY == 0:
                oracle.check_deterministic(content, kind)
                oracle.check_decoded_once(content, kind)
        except Exception as found:
            self.keep(data, found)
        else:
            if time.process_time() - begun > SECONDS:
                self.keep(data, TimeoutError(f"slow: {time.process_time() - begun:.1f} s"))
        if self.runs % 2000 == 0:
            print(f"{self.runs} runs, {time.monotonic() - self.began:.0f} s, {len(self.seen)} findings", flush=True)

    def keep(self, data: bytes, found: Exception) -> None:
        """Keep the input if it is the smallest of its kind so far."""
        kind = signature(found)
        if len(data) >= self.seen.get(kind, sys.maxsize):
            return
        self.seen[kind] = len(data)
        name = hashlib.sha256(kind.encode()).hexdigest()[:12]
        folder = self.folder / "findings"
        (folder / f"{name}.bin").write_bytes(data)
        (folder / f"{name}.txt").write_text(
            f"{kind}\n{found}\n{''.join(traceback.format_exception(found))}", "utf-8", "backslashreplace"
        )


def signature(found: Exception) -> str:
    """What two findings of one cause share: the promise, or the exception's type and place."""
    if isinstance(found, oracle.Broken):
        return str(found).partition(":")[0]
    frames = [frame for frame in traceback.extract_tb(found.__traceback__) if "cleaner" in frame.filename]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(found).__name__} {place}"


def custom_mutator(data: bytes, max_size: int, seed: int) -> bytes:
    """Half of the mutations are of bytes, half of structure."""
    if seed % 2 or not data:
        return bytes(atheris.Mutate(data, max_size))
    page = mutate(data[1:].decode("utf-8", "surrogateescape"), seed)
    return (data[:1] + page.encode("utf-8", "surrogatepass"))[:max_size]


def custom_crossover(data: bytes, other: bytes, max_size: int, seed: int) -> bytes:
    page = cross(data[1:].decode("utf-8", "replace"), other[1:].decode("utf-8", "replace"), seed)
    return (data[:1] + page.encode("utf-8", "surrogatepass"))[:max_size]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--folder", type=Path, default=Path(".fuzz"))
    options = parser.parse_args()
    for name in ("findings", "corpus"):
        (options.folder / name).mkdir(parents=True, exist_ok=True)
    for file in inputs.CORPUS.iterdir():  # what is loaded on first use is no input's fault
        oracle.check(*inputs.read(file.read_bytes()))
    search = Search(options.folder)
    flags = [f"-max_total_time={options.minutes * 60:.0f}", "-max_len=4096", "-timeout=600", "-rss_limit_mb=4096"]
    folders = [str(options.folder / "corpus"), str(inputs.CORPUS)]
    atheris.Setup(
        [sys.argv[0], *flags, *folders], search.one, custom_mutator=custom_mutator, custom_crossover=custom_crossover
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
