"""Spark, started for real on this machine: the example as it stands in the docs, and the death of its workers."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.bulk import OUTPUT_SCHEMA, GuardedBatch
from cleaner.bulk.batch import input_table
from cleaner.bulk.guard import Bounds
from cleaner.bulk.output import read_all, read_output
from cleaner.bulk.plan import list_inputs
from cleaner.bulk.readers import ReadOptions, read_files
from cleaner.bulk.run import run
from cleaner.bulk.store import Store
from cleaner.bulk.worker import default_engine
from cleaner.limits import Limits
from tests.bulk.archives import Warc, held_pages, write_folder
from tests.bulk.fakes import slow_engine
from tests.bulk.kill import SECONDS
from tests.bulk.runs import job, quiet
from tests.waiting import wait_until

if not importlib.util.find_spec("pyspark"):
    pytest.skip("the extra `spark` is not installed", allow_module_level=True)
if not shutil.which("java"):
    pytest.skip("Spark needs java", allow_module_level=True)

# what Spark leaves to the garbage collector, and what it says of the versions of pandas
pytestmark = pytest.mark.filterwarnings("ignore")

_REPO = Path(__file__).parents[2]
_EXAMPLE = _REPO / "docs" / "examples" / "spark.py"


def as_table(inputs: Path, target: Path) -> None:
    """The records of archives as the Parquet that Spark reads, in two files."""
    table = input_table(list(read_files(list_inputs([str(inputs)]), ReadOptions())))
    target.mkdir()
    half = table.num_rows // 2
    pq.write_table(table.slice(0, half), target / "a.parquet")
    pq.write_table(table.slice(half), target / "b.parquet")


def rows_of(out: Path) -> list[dict[str, Any]]:
    """What Spark has written, in input order."""
    rows = [row for path in out.glob("*.parquet") for row in read_output(path.read_bytes(), path.name)]
    return sorted(rows, key=lambda row: (row["source"], row["offset"]))


def local_rows(out: Path, inputs: Path, **options: Any) -> list[dict[str, Any]]:
    """The same of a run without Spark."""
    run(job(out, inputs, seconds=SECONDS, **options), quiet())
    return sorted(read_all(Store(str(out))), key=lambda row: (row["source"], row["offset"]))


def test_the_example_gives_what_a_run_gives(tmp_path: Path) -> None:
    warc = Warc().response(1).response(2, b"\x89PNG", Content_Type="image/png")
    for seed in (_REPO / "seeds").glob("*.txt"):
        warc.response(3, seed.read_bytes(), Content_Type="text/plain; charset=utf-8")
    warc.response(4, b"%PDF-1.7").response(5, b"").response(6)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.warc.gz").write_bytes(warc.content)
    as_table(tmp_path / "in", tmp_path / "pages")
    command = [sys.executable, str(_EXAMPLE), str(tmp_path / "pages"), str(tmp_path / "out")]
    subprocess.run(command, check=True, env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": _path()})
    engine = default_engine(None, Limits().max_bytes)
    found = rows_of(tmp_path / "out")
    assert [row["status"] for row in found] == [*"cleaned skipped cleaned cleaned skipped skipped cleaned".split()]
    assert found == local_rows(tmp_path / "local", tmp_path / "in", engine=engine)


def _path() -> str:
    """This project first, then what this process imports from."""
    return os.pathsep.join([str(_REPO), *filter(None, sys.path)])


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", _path())
    from pyspark.sql import SparkSession

    # a task may fail four times, as on a cluster; "local[2]" alone ends with the first
    session = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


def held_partition(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    guarded = GuardedBatch(Bounds(SECONDS), slow_engine)
    try:
        for batch in batches:
            yield from guarded(pa.Table.from_batches([batch])).to_batches()
    finally:
        guarded.close()


def test_workers_that_are_killed_cost_nothing(spark: Any, tmp_path: Path) -> None:
    """All Python workers of Spark, while each has a page that is not let go before."""
    gate = tmp_path / "gate"
    inputs = write_folder(tmp_path / "in", [*held_pages(60, 29, gate), *held_pages(60, 29, gate)])
    as_table(inputs, tmp_path / "pages")
    killed: list[int] = []
    thread = threading.Thread(target=_kill, args=(killed, gate))
    thread.start()
    schema = spark.createDataFrame(OUTPUT_SCHEMA.empty_table()).schema
    held: Callable[..., Any] = held_partition
    spark.read.parquet(str(tmp_path / "pages")).mapInArrow(held, schema).write.parquet(str(tmp_path / "out"))
    thread.join()
    assert killed
    found = rows_of(tmp_path / "out")
    assert len(found) == 120
    assert found == local_rows(tmp_path / "local", inputs, engine=slow_engine)


def _kill(killed: list[int], gate: Path) -> None:
    """SIGKILL to each Python worker that has started a process of its own, which cleans; then the gate opens."""
    wait_until(_busy_workers)
    for pid in _busy_workers():
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)
    gate.touch()


def _busy_workers() -> list[int]:
    """Spark's Python workers, under this process, that have a fork server under them."""
    parents = _parents()
    servers = [pid for pid in parents if "forkserver" in _command(pid)]
    workers = {parents[pid] for pid in servers if "pyspark" in _command(parents[pid])}
    return [pid for pid in workers if os.getpid() in _ancestors(pid, parents)]


def _parents() -> dict[int, int]:
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            found[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    return found


def _ancestors(pid: int, parents: dict[int, int]) -> Iterator[int]:
    while pid := parents.get(pid, 0):
        yield pid


def _command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""
