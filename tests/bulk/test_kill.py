"""The whole script is `python -m tests.bulk.kill`; here three moments and the death of a worker."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

from cleaner.bulk.run import run
from tests.bulk.archives import held_pages, jsonl, write_folder
from tests.bulk.fakes import slow_engine
from tests.bulk.kill import SECONDS, make_inputs, start, written
from tests.bulk.runs import digests, job, quiet
from tests.waiting import PATIENCE, wait_until


def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    """Killed in the middle for certain: after so many shards, of inputs whose last page is not let go before."""
    inputs, gate = make_inputs(tmp_path / "in"), tmp_path / "gate"
    (inputs / "z.jsonl").write_bytes(jsonl(held_pages(1, 0, gate)))
    for shards in (1, 3):
        process = start(tmp_path / "killed", inputs, workers=2)
        wait_until(lambda least=shards: written(tmp_path / "killed") >= least)
        process.kill()
        assert process.wait() == -signal.SIGKILL
    gate.touch()
    assert start(tmp_path / "killed", inputs, workers=2).wait(PATIENCE) == 0
    run(job(tmp_path / "whole", inputs, engine=slow_engine, workers=1, seconds=SECONDS), quiet())
    assert digests(tmp_path / "killed") == digests(tmp_path / "whole")


def test_a_worker_killed_from_outside_is_replaced_and_costs_nothing(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    inputs = write_folder(tmp_path / "in", held_pages(600, 599, gate))
    progress = quiet()
    killed: list[int] = []
    others = _children()  # those of other tests

    def kill_one() -> None:
        wait_until(lambda: _children() - others)
        killed.append(min(_children() - others))
        os.kill(killed[0], signal.SIGKILL)
        gate.touch()

    thread = threading.Thread(target=kill_one)
    thread.start()
    run(job(tmp_path / "out", inputs, engine=slow_engine, seconds=SECONDS), progress)
    thread.join()
    run(job(tmp_path / "whole", inputs, engine=slow_engine, seconds=SECONDS), quiet())
    assert killed
    assert progress.snapshot().statuses == {"cleaned": 600}
    assert digests(tmp_path / "out") == digests(tmp_path / "whole")


def _children() -> set[int]:
    """Worker processes: children of the fork server, which is a child of this process."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = path.read_text().partition(" ")
        except OSError:
            continue
        parent = int(rest.rpartition(")")[2].split()[1])
        if _command(parent).count("forkserver") and _parent(parent) == os.getpid():
            found.add(int(pid))
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
