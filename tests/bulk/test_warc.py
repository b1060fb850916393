from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from cleaner.bulk.readers import ReadOptions, read_file
from cleaner.bulk.record import Record
from cleaner.bulk.stream import zstd
from tests.bulk.archives import Warc, Writer, arc_of, page, pages


def read(tmp_path: Path, name: str, content: bytes) -> list[Record]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_file(str(path), ReadOptions()))


def crawl(compressed: bool = True) -> Warc:
    warc = Warc(compressed)
    for number in range(4):
        warc.response(number)
    return warc


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.arc", "a.arc.gz"])
def test_responses_are_read_with_offset_and_date(tmp_path: Path, name: str) -> None:
    compressed = name.endswith(".gz")
    content = arc_of(pages(4), compressed) if ".arc" in name else crawl(compressed).content
    records = read(tmp_path, name, content)
    assert [record.content for record in records] == pages(4)
    assert [record.url and record.url.split("://")[1] for record in records] == [f"example.org/{n}" for n in range(4)]
    assert all(record.meta["date"] and record.meta["http_status"] == "200" for record in records)
    assert all(record.content_type == "text/html" for record in records)
    for record in records:  # the offset leads back to the record alone
        (again, *_) = read(tmp_path, "again" + name[1:], content[record.offset :])
        assert again.content == record.content


def test_what_the_server_asked_of_machines_is_kept(tmp_path: Path) -> None:
    warc = Warc().response(0, X_Robots_Tag="noarchive").response(1)
    records = read(tmp_path, "a.warc.gz", warc.content)
    assert [record.meta.get("x_robots_tag") for record in records] == ["noarchive", None]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_a_file_compressed_as_a_whole_is_read_as_a_stream(tmp_path: Path, pack: object) -> None:
    suffix = ".gz" if pack is gzip.compress else ".zst"
    records = read(tmp_path, "a.warc" + suffix, pack(crawl(False).content))  # type: ignore[operator]
    assert [record.content for record in records] == pages(4)


def test_zstd_by_record(tmp_path: Path) -> None:
    content = b"".join(zstd.compress(part) for part in crawl(False).parts)
    assert [record.content for record in read(tmp_path, "a.warc.zst", content)] == pages(4)


@pytest.mark.parametrize("zeros", [1, 512, 200_000])
def test_zeros_between_members_are_no_record(tmp_path: Path, zeros: int) -> None:
    first, second = Warc().response(1).content, Warc().response(2).content
    padding = b"\0" * zeros
    found = read(tmp_path, "a.warc.gz", first + padding + second + padding)
    whole = read(tmp_path, "b.warc.gz", first + second)
    assert [(record.trouble, record.content) for record in found] == [(one.trouble, one.content) for one in whole]
    assert found[1].offset == len(first) + zeros


def test_records_that_are_no_pages_are_skipped_or_left_out(tmp_path: Path) -> None:
    warc = Warc()
    warc.add("warcinfo", "", b"software: test\r\n").response(1)
    warc.add("request", "https://example.org/1", b"GET / HTTP/1.1\r\n\r\n")
    warc.add("metadata", "https://example.org/1", b"via: x")
    warc.response(2, b"\x89PNG", Content_Type="image/png").response(3, b"gone", status="404 Not Found")
    warc.add("resource", "urn:pageinfo:https://example.org/", b"{}", Content_Type="application/json")
    warc.add("resource", "metadata://gnu.org/software/wget/warc/wget.log", b"log", Content_Type="text/plain")
    warc.add("resource", "https://example.org/7", page(7), Content_Type="text/html")
    records = read(tmp_path, "a.warc.gz", warc.content)
    troubles = [record.trouble and (record.trouble.status, record.trouble.code) for record in records]
    assert troubles == [
        None,
        ("skipped", "media"),
        ("skipped", "http-status"),
        ("skipped", "not-a-page"),
        ("skipped", "not-a-page"),
        None,
    ]
    assert records[-1].content == page(7)


def test_a_revisit_points_to_its_original(tmp_path: Path) -> None:
    sink = io.BytesIO()
    writer = Writer(sink, gzip=True)
    writer.write_record(
        writer.create_revisit_record(
            "https://example.org/1", "sha1:AAAA", "https://example.org/0", "2020-01-01T00:00:00Z"
        )
    )
    (record,) = read(tmp_path, "a.warc.gz", sink.getvalue())
    assert record.trouble is not None
    assert record.trouble[:2] == ("skipped", "revisit")
    assert record.trouble.detail == "the page is that of https://example.org/0 of 2020-01-01T00:00:00Z"
    assert record.meta["refers_to_url"] == "https://example.org/0"


def test_transfer_and_content_codings_are_undone(tmp_path: Path) -> None:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1))
    warc = Warc().response(1, chunked, Transfer_Encoding="chunked")
    warc.response(2, gzip.compress(page(2)), Content_Encoding="gzip")
    # browsers' tools store what the browser gave them: decoded, with the header still there
    warc.response(3, page(3), Content_Encoding="gzip").response(4, page(4), Transfer_Encoding="chunked")
    assert [record.content for record in read(tmp_path, "a.warc.gz", warc.content)] == [page(n) for n in (1, 2, 3, 4)]


def wget_record(number: int) -> bytes:
    """Wget's layout: address in angle brackets, fields in its own order, a block digest of its own."""
    http = b"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
        "WARC-Warcinfo-ID: <urn:uuid:11111111-0000-0000-0000-000000000000>\r\n"
        f"WARC-Target-URI: <http://example.org/{number}>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        "WARC-IP-Address: 10.0.0.1\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_wget_layout(tmp_path: Path) -> None:
    content = b"".join(gzip.compress(wget_record(number)) for number in range(3))
    records = read(tmp_path, "a.warc.gz", content)
    assert [record.url for record in records] == [f"http://example.org/{n}" for n in range(3)]
    assert [record.content for record in records] == pages(3)


def test_wacz_reads_its_archive_folder_only(tmp_path: Path) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        archive.writestr("indexes/index.cdx.gz", gzip.compress(b"cdx"))
        archive.writestr("archive/data.warc.gz", crawl().content)
    records = read(tmp_path, "a.wacz", sink.getvalue())
    assert [record.content for record in records] == pages(4)
    assert records[0].source.endswith("a.wacz!archive/data.warc.gz")


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("broken", range(4))
def test_a_damaged_record_costs_itself_alone(tmp_path: Path, broken: int, compressed: bool) -> None:
    warc = crawl(compressed)
    part = bytearray(warc.parts[broken])
    if compressed:
        part[len(part) // 2] ^= 0xFF
    else:
        part[:] = part.replace(b"Content-Length: ", b"Content-Length: x", 1)
    content = b"".join([*warc.parts[:broken], bytes(part), *warc.parts[broken + 1 :]])
    records = read(tmp_path, "a.warc.gz" if compressed else "a.warc", content)
    assert [record.content for record in records if not record.trouble] == [page(n) for n in range(4) if n != broken]
    (bad,) = [record for record in records if record.trouble]
    assert bad.offset == sum(len(part) for part in warc.parts[:broken])


@pytest.mark.parametrize("cut", [1, 30, 200])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_file_that_breaks_off_says_so(tmp_path: Path, cut: int, compressed: bool) -> None:
    records = read(tmp_path, "a.warc.gz" if compressed else "a.warc", crawl(compressed).content[: -cut - 4])
    assert [record.content for record in records[:3]] == pages(3)
    assert [record.trouble and record.trouble.code for record in records] == [None, None, None, "truncated"]


@pytest.mark.parametrize("wrong", [-7, +9, +400])
def test_a_wrong_content_length_costs_its_record(tmp_path: Path, wrong: int) -> None:
    warc = crawl(False)
    head, _, rest = warc.parts[1].partition(b"Content-Length: ")
    number, _, tail = rest.partition(b"\r\n")
    part = head + b"Content-Length: %d\r\n" % (int(number) + wrong) + tail
    records = read(tmp_path, "a.warc", warc.parts[0] + part + warc.parts[2] + warc.parts[3])
    assert [record.content for record in records if not record.trouble] == [page(0), page(2), page(3)]
    assert sum(record.trouble is not None for record in records) == 1
