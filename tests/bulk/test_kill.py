"""The whole script is `python -m tests.bulk.kill`; here three moments and the death of a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from cleaner.bulk.run import run
from tests.bulk.archives import pages, write_folder
from tests.bulk.fakes import slow_engine
from tests.bulk.kill import kill_and_resume, make_inputs
from tests.bulk.runs import digests, job, quiet


def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    inputs = make_inputs(tmp_path / "in")
    run(job(tmp_path / "whole", inputs, engine=slow_engine, workers=1), quiet())
    assert kill_and_resume(tmp_path / "killed", inputs, [1.5, 2.5], workers=2) >= 1
    assert digests(tmp_path / "killed") == digests(tmp_path / "whole")


def test_a_worker_killed_from_outside_is_replaced_and_costs_nothing(tmp_path: Path) -> None:
    inputs = write_folder(tmp_path / "in", pages(600))
    run(job(tmp_path / "whole", inputs, engine=slow_engine), quiet())
    progress = quiet()
    killed: list[int] = []

    def kill_one() -> None:
        while not killed:
            for pid in _children():
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
                return
            time.sleep(0.01)

    thread = threading.Thread(target=kill_one)
    thread.start()
    run(job(tmp_path / "out", inputs, engine=slow_engine), progress)
    thread.join()
    assert killed
    assert progress.snapshot().statuses == {"cleaned": 600}
    assert digests(tmp_path / "out") == digests(tmp_path / "whole")


def _children() -> list[int]:
    """Worker processes: children of the fork server, which is a child of this process."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = path.read_text().partition(" ")
        except OSError:
            continue
        parent = int(rest.rpartition(")")[2].split()[1])
        if _command(parent).count("forkserver") and _parent(parent) == os.getpid():
            found.append(int(pid))
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
