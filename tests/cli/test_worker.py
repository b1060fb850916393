from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.jobs.kill import kill
from tests.jobs.stores import give, result, rows, store
from tests.waiting import PATIENCE, wait_until

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parent.parent.parent


def test_it_does_what_was_given_and_stops_when_told(tmp_path: Path) -> None:
    jobs = store(tmp_path)
    job = give(jobs, '{"id": "a", "text": "Cầu mới\\n\\nSáng nay, thành phố khánh thành cây cầu thứ ba."}\n'.encode())
    code = "import sys\nfrom cleaner.cli import main\nif __name__ == '__main__': main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "worker", "--jobs-dir", str(tmp_path), "--page-workers", "1"]
    environ = os.environ | {"CLEANER_LOG_FORMAT": "text"}
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True)
    try:
        wait_until(lambda: jobs.records.get(job.id).status == "finished")
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=PATIENCE)
    finally:
        kill(process)
    assert process.returncode == 0
    assert [row["id"] for row in rows(result(jobs, job.id))] == ["a"]
    assert f"job-finished job={job.id}" in log
    assert "Traceback" not in log
    assert "Sáng nay" not in log


def test_bad_settings_are_2(run: Run, tmp_path: Path) -> None:
    assert run("worker", "--worker-jobs", "0").exit_code == 2
    assert run("worker", "--jobs-dir", tmp_path, "--jobs-redis", "here").exit_code == 2
