"""Small files that unfold to much: what is read of them is held in pieces."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.bulk.stream import zstd
from tests.bulk.archives import Warc, page, tar_of
from tests.waiting import PATIENCE

_READ = """
import re, sys
from cleaner.bulk.readers import ReadOptions, read_file
for record in read_file(sys.argv[1], ReadOptions(max_bytes=1_000_000)):
    print(record.trouble.code if record.trouble else len(record.content), record.offset)
print(int(re.search("VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) // 1024)
"""


def read_apart(path: Path) -> tuple[list[str], list[int], int]:
    """What each record came to, its offset, and the most MiB that reading them took; in a process of its own."""
    command = [sys.executable, "-c", _READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    *records, memory = done.stdout.split()
    return records[::2], [int(offset) for offset in records[1::2]], int(memory)


def test_a_cell_that_repeats(tmp_path: Path) -> None:
    cells = pa.DictionaryArray.from_arrays(pa.array([0] * 64, pa.int32()), pa.array(["a" * 10_000_000]))
    pq.write_table(pa.table({"html": cells}), tmp_path / "a.parquet", compression="zstd")
    assert (tmp_path / "a.parquet").stat().st_size < 100_000
    records, _, memory = read_apart(tmp_path / "a.parquet")
    assert records == ["too-large"] * 64
    assert memory < 450


def test_a_name_of_hundreds_of_megabytes(tmp_path: Path) -> None:
    header = tarfile.TarInfo("name")
    header.type, header.size = tarfile.XHDTYPE, 300 * 1024 * 1024
    stored = header.tobuf(tarfile.USTAR_FORMAT) + bytes(header.size) + tar_of([page(1)])
    (tmp_path / "a.tar.zst").write_bytes(zstd.compress(stored))
    records, _, memory = read_apart(tmp_path / "a.tar.zst")
    assert records == ["corrupt", str(len(page(1)))]
    assert memory < 450


@pytest.mark.parametrize("whole", [True, False])
def test_a_film_in_a_crawl(tmp_path: Path, whole: bool) -> None:
    """Nothing of it can be compressed, so that it is as large where it is stored; broken, it costs itself as well."""
    film = 300 * 1024 * 1024
    first, second, third = Warc().response(1).response(2, os.urandom(film)).response(3).parts
    with (tmp_path / "a.warc.gz").open("wb") as file:
        file.writelines([first, second if whole else second[:-1000], third])
    records, offsets, memory = read_apart(tmp_path / "a.warc.gz")
    assert records == [str(len(page(1))), "too-large" if whole else "corrupt", str(len(page(3)))]
    assert offsets == [0, len(first), len(first) + len(second) - (0 if whole else 1000)]
    assert memory < 250
