"""The run on Ray, started for real: a cluster of this machine, one of its workers killed in the middle."""

from __future__ import annotations

import os
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner.bulk.run import run
from tests.bulk.fakes import slow_engine
from tests.bulk.kill import make_inputs
from tests.bulk.runs import digests, job, quiet
from tests.waiting import PATIENCE

ray: Any = pytest.importorskip("ray", reason="the extra `cluster` is not installed")
# Ray leaves sockets and log files to the garbage collector, in its own process as in ours
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    os.environ |= {"RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100 * 1024 * 1024)
    yield
    ray.shutdown()


@pytest.mark.usefixtures("cluster")
def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(tmp_path: Path) -> None:
    from cleaner.bulk.cluster import run_on_ray

    inputs = make_inputs(tmp_path / "in")
    run(job(tmp_path / "local", inputs, engine=slow_engine), quiet())
    killed: list[int] = []
    thread = threading.Thread(target=_kill_a_worker, args=(killed, tmp_path / "ray" / "articles"))
    thread.start()
    progress = quiet()
    run_on_ray(job(tmp_path / "ray", inputs, engine=slow_engine), progress)
    thread.join()
    assert killed
    assert digests(tmp_path / "ray") == digests(tmp_path / "local")


def _kill_a_worker(killed: list[int], output: Path) -> None:
    """SIGKILL to a Ray worker that is at a unit, once the first shard is written."""
    deadline = time.monotonic() + PATIENCE
    while not killed and time.monotonic() < deadline:
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            if output.exists() and _is_worker(path):
                os.kill(int(path.parent.name), signal.SIGKILL)
                killed.append(int(path.parent.name))
                return
        time.sleep(0.02)


def _is_worker(path: Path) -> bool:
    """Ray names a worker after the function that it runs."""
    try:
        return path.read_bytes().startswith(b"ray::clean_unit")
    except OSError:
        return False
