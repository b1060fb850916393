"""Archives in a bucket, against a real S3 server: read, written, and gone on with after a kill."""

from __future__ import annotations

import hashlib
import importlib.util
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cleaner.bulk.output import read_all
from cleaner.bulk.run import run
from cleaner.bulk.store import Store
from cleaner.cli.main import main
from cleaner.errors import RunInterrupted
from tests.bulk.archives import Warc, held_pages, jsonl, page, pages, zip_of
from tests.bulk.fakes import slow_engine
from tests.bulk.kill import SECONDS, start
from tests.bulk.runs import digests, job, quiet
from tests.bulk.s3_server import running_s3
from tests.bulk.test_readers import TABLE, parquet_of
from tests.waiting import wait_until

if not (importlib.util.find_spec("s3fs") and importlib.util.find_spec("moto")):
    pytest.skip("s3fs and moto are not installed", allow_module_level=True)

_SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    import s3fs

    with running_s3():
        yield s3fs.S3FileSystem()
        s3fs.S3FileSystem.clear_instance_cache()


@pytest.fixture
def bucket(s3: Any, request: pytest.FixtureRequest) -> str:
    """A new bucket, by name."""
    name = request.function.__name__.replace("_", "-")[:60] + str(len(s3.ls("", refresh=True)))
    s3.mkdir(name)
    return str(name)


def crawl(count: int) -> bytes:
    warc = Warc()
    for number in range(count):
        warc.response(number)
    return warc.content


def fill(s3: Any, folder: str) -> None:
    """Six pages by themselves, a crawl of 300, a table of 3, a zip of 2."""
    for number, content in enumerate(pages(6)):
        s3.pipe_file(f"{folder}/day/{number}.html", content)
    s3.pipe_file(f"{folder}/a.warc.gz", crawl(300))
    s3.pipe_file(f"{folder}/b.parquet", parquet_of(TABLE))
    s3.pipe_file(f"{folder}/c.zip", zip_of(pages(2)))


def in_bucket(s3: Any, folder: str) -> dict[str, str]:
    """What `digests` gives, of a folder in a bucket."""
    files = {name: s3.cat_file(name) for name in written(s3, folder)}
    return {name.removeprefix(f"{folder}/"): hashlib.sha256(content).hexdigest() for name, content in files.items()}


def written(s3: Any, folder: str) -> dict[str, Any]:
    """When each file of a folder was written, whoever has written it."""
    s3.invalidate_cache()
    found = s3.find(folder, detail=True)
    return {name: info["LastModified"] for name, info in found.items() if info["type"] == "file"}


def test_a_bucket_is_read_and_written_as_a_folder_is(s3: Any, bucket: str, tmp_path: Path) -> None:
    fill(s3, f"{bucket}/in")
    run(job(tmp_path / "here", f"s3://{bucket}/in"), quiet())
    run(job(f"s3://{bucket}/out", f"s3://{bucket}/in"), quiet())
    rows = list(read_all(Store(f"s3://{bucket}/out")))
    assert [row["title"] for row in rows] == [f"Title {n}" for n in [*range(300), *range(3), *range(2), *range(6)]]
    assert rows[300]["source"] == f"s3://{bucket}/in/b.parquet"
    first = written(s3, f"{bucket}/out")
    assert in_bucket(s3, f"{bucket}/out") == digests(tmp_path / "here")
    s3.pipe_file(f"{bucket}/out/facts/part-000009-00000.parquet", b"of a run that is thrown away")
    run(job(f"s3://{bucket}/out", f"s3://{bucket}/in", restart=True), quiet())
    assert written(s3, f"{bucket}/out").keys() == first.keys()
    assert in_bucket(s3, f"{bucket}/out") == digests(tmp_path / "here")


def test_a_killed_run_goes_on_to_the_same_bytes(s3: Any, bucket: str, tmp_path: Path) -> None:
    """Killed after the first shard for certain: the last page is not let go before."""
    gate, inputs, out = tmp_path / "gate", f"s3://{bucket}/in", f"s3://{bucket}/out"
    fill(s3, f"{bucket}/in")
    s3.pipe_file(f"{bucket}/in/z.jsonl", jsonl(held_pages(1, 0, gate)))
    process = start(out, inputs, workers=2)
    try:
        wait_until(lambda: written(s3, f"{bucket}/out/facts"))
    finally:
        process.kill()
        ended = process.wait()
    assert ended == -signal.SIGKILL
    before = written(s3, f"{bucket}/out/facts")
    gate.touch()
    run(job(out, inputs, engine=slow_engine, seconds=SECONDS), quiet())
    after = written(s3, f"{bucket}/out/facts")
    assert {name: after[name] for name in before} == before
    run(job(tmp_path / "whole", inputs, seconds=SECONDS), quiet())
    assert in_bucket(s3, f"{bucket}/out") == digests(tmp_path / "whole")


def test_the_command_runs_from_bucket_to_bucket_and_again(s3: Any, bucket: str) -> None:
    """The output may lie inside the input, and an object that stands for a folder is no page."""
    for seed in _SEEDS.glob("*.txt"):
        s3.pipe_file(f"{bucket}/{seed.name}", seed.read_bytes())
    s3.pipe_file(f"{bucket}/folder/", b"")
    command = ["bulk", f"s3://{bucket}", "--out", f"s3://{bucket}/cleaned", "--format", "jsonl", "--workers", "1"]
    first = CliRunner().invoke(main, command)
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("2 records, one row each\n  cleaned               2\n")
    second = CliRunner().invoke(main, command)
    assert "finished already" in second.stderr
    assert second.stdout == first.stdout
    other = CliRunner().invoke(main, ["diff", f"s3://{bucket}/cleaned", f"s3://{bucket}/cleaned"])
    assert other.exit_code == 0, other.output


def test_a_pattern_and_a_name_with_the_signs_of_one(s3: Any, bucket: str, tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "b.txt", "c[1].html"):
        s3.pipe_file(f"{bucket}/{name}", page(1))
    for pattern, sources in (("*.html", ["a.html", "b.html", "c[1].html"]), ("c[1].html", ["c[1].html"])):
        out = tmp_path / str(len(sources))
        run(job(out, f"s3://{bucket}/{pattern}"), quiet())
        assert [row["source"] for row in read_all(Store(str(out)))] == [f"s3://{bucket}/{name}" for name in sources]


@pytest.mark.parametrize("inputs", ["s3://no-such-bucket/a", "s3://{}/nothing"])
def test_an_input_that_is_not_there(bucket: str, inputs: str, tmp_path: Path) -> None:
    found = CliRunner().invoke(main, ["bulk", inputs.format(bucket), "--out", str(tmp_path / "out")])
    assert found.exit_code == 2
    assert "there is no input" in found.stderr


def test_an_output_that_cannot_be_written(s3: Any, bucket: str) -> None:
    s3.pipe_file(f"{bucket}/a.html", page(1))
    with pytest.raises(RunInterrupted, match="bucket does not exist"):
        run(job("s3://no-such-bucket/out", f"s3://{bucket}/a.html"), quiet())
