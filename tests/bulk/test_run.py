from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.bulk import clean_batch
from cleaner.bulk.batch import input_table
from cleaner.bulk.guard import Bounds, GuardedBatch
from cleaner.bulk.plan import SHARD_ROWS, list_inputs, units
from cleaner.bulk.readers import ReadOptions, read_file
from cleaner.bulk.run import run
from cleaner.bulk.schema import INPUT_SCHEMA, OUTPUT_SCHEMA
from cleaner.errors import OptionError
from tests.bulk.archives import Warc, jsonl, page, pages, write_folder
from tests.bulk.fakes import fake_clean, fake_engine
from tests.bulk.runs import digests, job, quiet, run_all


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Three inputs of different kinds: 40 pages, 5 lines, 3 records of which one is a picture."""
    folder = write_folder(tmp_path / "in", pages(40))
    (folder / "x.jsonl").write_bytes(jsonl(pages(5)))
    warc = Warc().response(1).response(2, b"\x89PNG", Content_Type="image/png").response(3)
    (folder / "y.warc.gz").write_bytes(warc.content)
    return folder


@pytest.mark.parametrize("output", ["parquet", "jsonl", "warc"])
def test_one_row_for_each_record_in_input_order(tmp_path: Path, mixed: Path, output: str) -> None:
    rows = run_all(tmp_path / "out", mixed, output=output)
    read = [record for path in list_inputs([str(mixed)]) for record in read_file(path, ReadOptions())]
    assert [(row["id"], row["source"], row["offset"]) for row in rows] == [tuple(record[:3]) for record in read]
    assert [row["status"] for row in rows] == ["cleaned"] * 46 + ["skipped", "cleaned"]
    assert rows[0]["title"] == "Title 0"
    assert [entry["role"] for entry in rows[0]["ledger"]] == ["title", "body", "body"]


def test_workers_do_not_change_a_byte(tmp_path: Path, mixed: Path) -> None:
    run_all(tmp_path / "one", mixed, workers=1)
    run_all(tmp_path / "three", mixed, workers=3)
    assert digests(tmp_path / "one") == digests(tmp_path / "three")


def test_statuses_of_pages_that_misbehave(tmp_path: Path) -> None:
    kinds = [page(0), b"  \n", b"%PDF-1.7", b"FRONT\npage", b"DEFECT", b"SLEEP", b"DIE", b"EAT", page(8)]
    rows = run_all(tmp_path / "out", write_folder(tmp_path / "in", kinds), seconds=2.0)
    assert [(row["status"], row.get("error")) for row in rows] == [
        ("cleaned", None),
        ("skipped", "empty-input"),
        ("skipped", "unsupported-media"),
        ("not_article", None),
        ("failed", "defect"),
        ("timed_out", "time"),
        ("failed", "process-died"),
        ("failed", "out-of-memory"),
        ("cleaned", None),
    ]


def test_a_finished_run_is_left_alone_and_restart_does_it_again(tmp_path: Path, mixed: Path) -> None:
    run_all(tmp_path / "out", mixed)
    before = digests(tmp_path / "out")
    shard = next((tmp_path / "out" / "articles").iterdir())
    stamp = shard.stat().st_mtime_ns
    run(job(tmp_path / "out", mixed), quiet())
    assert shard.stat().st_mtime_ns == stamp
    run(job(tmp_path / "out", mixed, restart=True), quiet())
    assert shard.stat().st_mtime_ns > stamp
    assert digests(tmp_path / "out") == before


def test_what_is_done_is_not_done_twice(tmp_path: Path, mixed: Path) -> None:
    out = tmp_path / "out"
    run_all(out, mixed)
    before = digests(out)
    (out / "manifest.json").unlink()
    (out / "units" / "000001.json").unlink()
    (out / "facts" / "part-000002-00000.parquet").unlink()
    (out / "units" / "000002.json").unlink()
    kept = (out / "articles" / "part-000001-00000.parquet").stat().st_mtime_ns
    redone = (out / "articles" / "part-000002-00000.parquet").stat().st_mtime_ns
    run(job(out, mixed), quiet())
    assert (out / "articles" / "part-000001-00000.parquet").stat().st_mtime_ns == kept
    assert (out / "articles" / "part-000002-00000.parquet").stat().st_mtime_ns > redone
    assert digests(out) == before


def test_another_run_is_not_mixed_in(tmp_path: Path, mixed: Path) -> None:
    run_all(tmp_path / "out", mixed)
    with pytest.raises(OptionError, match="rulebook"):
        run(job(tmp_path / "out", mixed, identity={"rulebook": "newer"}), quiet())
    with pytest.raises(OptionError, match="inputs"):
        run(job(tmp_path / "out", mixed, mixed / "x.jsonl"), quiet())


def test_an_input_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="nowhere"):
        run(job(tmp_path / "out", tmp_path / "nowhere"), quiet())


def test_output_inside_the_input_is_not_read(tmp_path: Path, mixed: Path) -> None:
    assert len(run_all(mixed / "out", mixed)) == 48
    run(job(mixed / "out", mixed, restart=True), quiet())
    assert len(json.loads((mixed / "out" / "run.json").read_text())["inputs_sha256"]) == 64


def test_shards_are_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(pages(SHARD_ROWS + 10)))
    run_all(tmp_path / "out", tmp_path / "a.jsonl", across=False)
    names = sorted(path.name for path in (tmp_path / "out" / "articles").iterdir())
    assert names == ["part-000000-00000.parquet", "part-000000-00001.parquet"]


def test_units_keep_order_and_put_pages_together() -> None:
    found = units(["a/1.html", "a/2.html", "a/3.warc.gz", "a/4.html"])
    assert [unit.paths for unit in found] == [("a/1.html", "a/2.html"), ("a/3.warc.gz",), ("a/4.html",)]


def test_remote_output_and_input(tmp_path: Path) -> None:
    """Through fsspec: "dir" stands for any file system that is not the local one."""
    import fsspec

    files = fsspec.filesystem("memory")
    for number in range(3):
        files.pipe_file(f"/bulk-remote/{number}.html", page(number))
    target = "memory://bulk-remote-out"
    from cleaner.bulk.output import read_all
    from cleaner.bulk.run import Job
    from cleaner.bulk.store import Store

    run(Job(("memory://bulk-remote",), target, fake_engine), quiet())
    assert [row["title"] for row in read_all(Store(target))] == ["Title 0", "Title 1", "Title 2"]


def test_clean_batch_needs_only_content() -> None:
    import pyarrow as pa

    table = pa.table({"content": pa.array(["Title\nText", "DEFECT"])})
    found = clean_batch(table, fake_clean)
    assert found.schema == OUTPUT_SCHEMA
    assert found.column("status").to_pylist() == ["cleaned", "failed"]
    assert found.column("id").to_pylist() == ["row#0", "row#1"]


def test_clean_batch_takes_the_columns_that_other_engines_have() -> None:
    import pyarrow as pa

    table = pa.table(
        {
            "id": [7, 8],
            "status": [200, 404],
            "content": ["Title\nText", "Title\nText"],
            "meta": [{"depth": 3, "from": None}, None],
            "offset": ["a", "b"],
        }
    )
    found = clean_batch(table, fake_clean)
    assert found.schema == OUTPUT_SCHEMA
    assert found.column("id").to_pylist() == ["7", "8"]
    assert found.column("status").to_pylist() == ["cleaned", "cleaned"]
    assert found.column("meta").to_pylist() == [[("depth", "3")], []]
    assert found.column("offset").to_pylist() == [0, 1]


def test_a_row_that_the_schema_cannot_hold_is_said() -> None:
    import pyarrow as pa

    table = pa.table({"content": ["Title"], "offset": pa.array([2**64 - 1], pa.uint64())})
    with pytest.raises(OverflowError):
        clean_batch(table, fake_clean)


def test_records_survive_the_input_table(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(Warc().response(1).response(2, status="404 No").content)
    records = list(read_file(str(tmp_path / "a.warc.gz"), ReadOptions()))
    table = input_table(records)
    assert table.schema == INPUT_SCHEMA
    assert clean_batch(table, fake_clean).column("status").to_pylist() == ["cleaned", "skipped"]


def test_guarded_batch_gives_what_clean_batch_gives() -> None:
    import pyarrow as pa

    table = pa.table({"content": pa.array([page(1), b"SLEEP", page(2)])})
    guarded = GuardedBatch(Bounds(seconds=1.5), fake_engine)
    try:
        found = guarded(table)
    finally:
        guarded.close()
    assert found.column("status").to_pylist() == ["cleaned", "timed_out", "cleaned"]
    assert found.take([0, 2]) == clean_batch(table.take([0, 2]), fake_clean).set_column(
        0, OUTPUT_SCHEMA.field(0), pa.array(["row#0", "row#2"])
    ).set_column(2, OUTPUT_SCHEMA.field(2), pa.array([0, 2]))
