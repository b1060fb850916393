"""Kills a bulk run at a random moment, again and again, and lets it finish at last.

    python -m tests.bulk.kill [MOMENTS [SEED]]     (20 moments by default; prints what it did)

The finished output must be byte-identical to that of a run that nobody disturbed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cleaner.bulk.run import run
from tests.bulk.archives import Warc, jsonl, pages, tar_of, write_folder
from tests.bulk.fakes import slow_engine
from tests.bulk.runs import digests, job, quiet

_REPO = Path(__file__).parents[2]
#: That a page may take: none of these is to be given up.
SECONDS = 600.0


def make_inputs(folder: Path, scale: int = 1) -> Path:
    """Four archives and a folder of pages, 1,100 records for each unit of scale."""
    write_folder(folder, pages(300 * scale))
    warc = Warc()
    for number in range(300 * scale):
        warc.response(number)
    (folder / "a.warc.gz").write_bytes(warc.content)
    (folder / "b.jsonl").write_bytes(jsonl(pages(300 * scale)))
    (folder / "c.tar").write_bytes(tar_of(pages(200 * scale)))
    return folder


def start(out: Path | str, inputs: Path | str, workers: int) -> subprocess.Popen[bytes]:
    """The run in a process of its own."""
    command = [sys.executable, "-m", "tests.bulk.kill", "--run", str(out), str(inputs), str(workers)]
    return subprocess.Popen(command, cwd=_REPO, env=os.environ | {"PYTHONPATH": str(_REPO)})


def written(out: Path) -> int:
    """How many shards of a run are there."""
    return len(list((out / "articles").glob("part-*")))


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """SIGKILL after so many seconds; False when the run had ended before."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def kill_and_resume(folder: Path, inputs: Path, moments: list[float], workers: int) -> int:
    """Runs until it is finished, killed after each of `moments`; how many of the kills met a run at work."""
    kills = sum(kill_after(start(folder, inputs, workers), moment) for moment in moments)
    last = start(folder, inputs, workers)
    if last.wait():
        raise RuntimeError(f"the run ended with {last.returncode}")
    return kills


def main(moments: int, seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = make_inputs(folder / "in", scale=4)
        begun = time.monotonic()
        run(job(folder / "whole", inputs, engine=slow_engine, workers=1, seconds=SECONDS), quiet())
        whole = time.monotonic() - begun
        print(f"undisturbed, one worker: {whole:.1f} s")
        for number in range(moments):
            workers = chance.choice([1, 2, 3])
            moment = chance.uniform(0.3, whole / workers)
            out = folder / f"killed-{number}"
            met = kill_and_resume(out, inputs, [moment], workers)
            same = digests(out) == digests(folder / "whole")
            what = "killed" if met else "had ended"
            print(f"{number + 1:3}: {workers} workers, {what} after {moment:.2f} s; identical: {same}", flush=True)
            if not same:
                raise SystemExit(1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        target, source, count = sys.argv[2:]
        run(job(target, source, engine=slow_engine, workers=int(count), seconds=SECONDS), quiet())
    else:
        main(*map(int, (*sys.argv[1:], *("20", "1")[len(sys.argv) - 1 :])))
