from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import zipfile
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.bulk.readers import ReadOptions, is_container, read_file
from cleaner.bulk.record import Record
from cleaner.bulk.stream import zstd
from tests.bulk.archives import jsonl, page, pages, tar_of, zip_of


def read(tmp_path: Path, name: str, stored: bytes, /, **options: object) -> list[Record]:
    path = tmp_path / name
    path.write_bytes(stored)
    return list(read_file(str(path), ReadOptions(**options)))  # type: ignore[arg-type]


def csv_of(rows: list[list[str]], delimiter: str = ",") -> bytes:
    sink = io.StringIO()
    csv.writer(sink, delimiter=delimiter).writerows(rows)
    return sink.getvalue().encode()


def parquet_of(rows: list[dict[str, object]], **options: object) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), sink, **options)
    return sink.getvalue()


ROWS = [["url", "html"], *([f"https://example.org/{n}", page(n).decode()] for n in range(3))]
TABLE: list[dict[str, object]] = [{"url": f"https://example.org/{n}", "html": page(n).decode()} for n in range(3)]
ARCHIVES = {
    "a.jsonl": jsonl(pages(3)),
    "a.ndjson": jsonl(pages(3)),
    "a.csv": csv_of(ROWS),
    "a.tsv": csv_of(ROWS, "\t"),
    "semicolons.csv": csv_of(ROWS, ";"),
    "tabs.csv": csv_of(ROWS, "\t"),
    "a.parquet": parquet_of(TABLE),
    "a.zip": zip_of(pages(3)),
    "a.tar": tar_of(pages(3)),
}
COMPRESS = {"": bytes, ".gz": gzip.compress, ".zst": zstd.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("suffix", COMPRESS)
@pytest.mark.parametrize("name", ARCHIVES)
def test_every_container_in_every_compression(tmp_path: Path, name: str, suffix: str) -> None:
    records = read(tmp_path, name + suffix, COMPRESS[suffix](ARCHIVES[name]))
    assert [record.content for record in records] == pages(3)
    assert not any(record.trouble for record in records)
    assert len({record.offset for record in records}) == 3


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_page_in_every_compression(tmp_path: Path, suffix: str) -> None:
    (record,) = read(tmp_path, "a.html" + suffix, COMPRESS[suffix](page(7)))
    assert (record.content, record.offset) == (page(7), 0)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_tables_give_the_url(tmp_path: Path, name: str) -> None:
    urls = [record.url for record in read(tmp_path, name, ARCHIVES[name])]
    assert urls == [f"https://example.org/{n}" for n in range(3)]


def test_a_container_inside_a_container_is_named_after_both(tmp_path: Path) -> None:
    records = read(tmp_path, "a.tar", tar_of(pages(2)))
    assert [record.source.rpartition("/")[2] for record in records] == ["a.tar!0.html", "a.tar!1.html"]
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("in.jsonl.gz", gzip.compress(jsonl(pages(2))))
    inside = read(tmp_path, "b.zip", outer.getvalue())
    assert [record.content for record in inside] == pages(2)
    assert all(record.source.endswith("b.zip!in.jsonl.gz") for record in inside)


def test_offsets_lead_back_to_the_line(tmp_path: Path) -> None:
    content = jsonl(pages(4))
    for record in read(tmp_path, "a.jsonl", content):
        line = content[record.offset :].splitlines()[0]
        assert json.loads(line)["html"].encode() == record.content


def test_offsets_of_tar_and_zip_lead_to_the_member(tmp_path: Path) -> None:
    stored = zip_of(pages(3), zipfile.ZIP_STORED)
    for record in read(tmp_path, "a.zip", stored):
        assert stored[record.offset : record.offset + 4] == b"PK\x03\x04"
    for record in read(tmp_path, "a.tar", ARCHIVES["a.tar"]):
        assert ARCHIVES["a.tar"][record.offset :].startswith(record.content)


def test_other_columns_become_meta_and_id_names_the_record(tmp_path: Path) -> None:
    row = {"id": "x1", "html": "Title\nText", "crawled": "2020-01-01", "tags": ["a"], "depth": 2}
    (record,) = read(tmp_path, "a.jsonl", json.dumps(row).encode())
    assert (record.id, dict(record.meta)) == ("x1", {"crawled": "2020-01-01", "depth": "2"})


def test_named_columns_are_used(tmp_path: Path) -> None:
    row = b'{"html": "no", "mine": "yes", "where": "https://example.org/"}'
    (record,) = read(tmp_path, "a.jsonl", row, content=("mine",), url=("where",))
    assert (record.content, record.url) == (b"yes", "https://example.org/")


def test_a_csv_that_is_not_utf8_keeps_its_bytes(tmp_path: Path) -> None:
    (record,) = read(tmp_path, "a.csv", b"url,html\nu,\xe9t\xe9\n")
    assert record.content == b"\xe9t\xe9"


def test_a_tsv_of_one_column_may_hold_commas(tmp_path: Path) -> None:
    (record,) = read(tmp_path, "a.tsv", b"html\n<p>one, two; three\n")
    assert record.content == b"<p>one, two; three"


def test_base64_columns_hold_bytes(tmp_path: Path) -> None:
    (record,) = read(tmp_path, "a.jsonl", b'{"html_base64": "AP8="}')
    assert record.content == b"\x00\xff"


def test_content_that_came_compressed_is_unpacked(tmp_path: Path) -> None:
    rows = [{"url": "u", "html": gzip.compress(page(1))}]
    (record,) = read(tmp_path, "a.parquet", parquet_of(rows))
    assert record.content == page(1)


def test_any_file_system_of_fsspec_is_read() -> None:
    with fsspec.open("memory://bulk-test/a.jsonl.gz", "wb") as file:
        file.write(gzip.compress(jsonl(pages(2))))
    records = list(read_file("memory://bulk-test/a.jsonl.gz", ReadOptions()))
    assert [record.content for record in records] == pages(2)


def test_containers_are_known_by_name() -> None:
    yes = ["a.warc.gz", "b/c.arc", "x.JSONL.zst", "d.tar.gz", "e.tgz", "f.wacz", "g.parquet"]
    assert all(is_container(name) for name in yes)
    assert not any(is_container(name) for name in ["a.html", "b.html.gz", "warc", "c.jsonl/page"])


@pytest.mark.parametrize(
    "middle", [b"u2," + b"a" * 900_000, b'u2,"' + (b"a" * 99 + b"\n") * 9_000], ids=["line", "open quote"]
)
def test_a_csv_line_or_field_of_any_length_is_not_held(tmp_path: Path, middle: bytes) -> None:
    before = csv.field_size_limit(131_072)
    try:
        found = read(tmp_path, "a.csv", b"url,html\nu1,<p>one\n" + middle + b"\nu3,<p>three\n", max_bytes=100_000)
    finally:
        csv.field_size_limit(before)
    assert [record.content for record in found if not record.trouble] == [b"<p>one", b"<p>three"]
    assert found[1].trouble
    assert found[1].trouble.code == "too-large"
