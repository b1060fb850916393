"""Revisits of a crawl: which row holds their page, told by id, by address and date, or by digest."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.archives import page
from tests.bulk.runs import digests, run_all

_SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_DAY = "2020-01-0{}T00:00:00Z"


def record(kind: str, number: int, url: str, day: int, body: bytes = b"", **fields: str) -> bytes:
    """A WARC 1.1 record, as the standard shows one in its annexes."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{number}>",
        f"WARC-Target-URI: https://example.org/{url}",
        f"WARC-Date: {_DAY.format(day)}",
        *(f"WARC-{name.replace('_', '-')}: {value}" for name, value in fields.items()),
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    ]
    return gzip.compress("\r\n".join([*head, "", ""]).encode() + http + b"\r\n\r\n", mtime=0)


def original(number: int, url: str, day: int, digest: str) -> bytes:
    return record("response", number, url, day, page(number), Payload_Digest=digest)


def found(tmp_path: Path, *files: list[bytes]) -> list[dict[str, Any]]:
    """The lines of revisits.jsonl of a run over crawls."""
    for number, records in enumerate(files):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{number}.warc.gz").write_bytes(b"".join(records))
    run_all(tmp_path / "out", tmp_path / "in")
    return [json.loads(line) for line in (tmp_path / "out" / "revisits.jsonl").read_text().splitlines()]


ORIGINALS = [original(1, "a", 1, "sha1:AAA"), original(2, "b", 1, "sha1:BBB"), original(3, "a", 2, "sha1:CCC")]


@pytest.mark.parametrize(
    ("fields", "leads_to", "by"),
    [
        ({"Refers_To": "<urn:uuid:2>", "Payload_Digest": "sha1:AAA"}, "<urn:uuid:2>", "id"),
        (
            {"Refers_To_Target_URI": "https://example.org/a", "Refers_To_Date": _DAY.format(2)},
            "<urn:uuid:3>",
            "capture",
        ),
        ({"Refers_To_Target_URI": "https://example.org/a", "Payload_Digest": "sha1:BBB"}, "<urn:uuid:2>", "digest"),
        ({"Refers_To": "<urn:uuid:77>", "Payload_Digest": "sha1:CCC"}, "<urn:uuid:3>", "digest"),
        ({"Payload_Digest": "sha1:ZZZ"}, None, None),
        ({"Refers_To_Target_URI": "https://example.org/a"}, None, None),
        ({}, None, None),
        ({"Profile": _NOT_MODIFIED, "Payload_Digest": "sha1:AAA"}, None, None),
        ({"Profile": _NOT_MODIFIED, "Refers_To": "<urn:uuid:1>"}, "<urn:uuid:1>", "id"),
    ],
)
def test_a_revisit_leads_to_its_original(
    tmp_path: Path, fields: dict[str, str], leads_to: str | None, by: str | None
) -> None:
    revisit = record("revisit", 9, "a", 3, **{"Profile": _SAME, **fields})
    (line,) = found(tmp_path, [*ORIGINALS, revisit])
    assert (line["id"], line["url"], line["by"]) == ("<urn:uuid:9>", "https://example.org/a", by)
    assert line["original"] == leads_to or line["original"]["id"] == leads_to
    assert line["original"] is None or line["original"]["status"] == "cleaned"


def test_the_original_may_stand_in_another_file_before_or_behind(tmp_path: Path) -> None:
    early = record("revisit", 8, "a", 0, Refers_To="<urn:uuid:3>")
    late = record("revisit", 9, "a", 3, Payload_Digest="sha1:AAA")
    lines = found(tmp_path, [early], ORIGINALS, [late])
    assert [Path(line["original"]["source"]).name for line in lines] == ["1.warc.gz", "1.warc.gz"]
    assert [line["original"]["offset"] for line in lines] == [len(ORIGINALS[0]) + len(ORIGINALS[1]), 0]


def test_a_revisit_of_a_revisit_leads_to_the_page(tmp_path: Path) -> None:
    """Both have the digest; the first is no page itself."""
    twice = [record("revisit", number, "a", number, Payload_Digest="sha1:BBB") for number in (8, 9)]
    lines = found(tmp_path, [twice[0], *ORIGINALS, twice[1]])
    assert [line["original"]["id"] for line in lines] == ["<urn:uuid:2>"] * 2


def test_an_original_that_is_no_article_is_said(tmp_path: Path) -> None:
    missing = record("response", 5, "x", 1, b"FRONT\npage")
    (line,) = found(tmp_path, [missing, record("revisit", 9, "x", 2, Refers_To="<urn:uuid:5>")])
    assert line["original"]["status"] == "not_article"


def test_a_crawl_without_revisits_has_no_such_file(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"".join(ORIGINALS))
    run_all(tmp_path / "out", tmp_path / "a.warc.gz")
    assert "revisits.jsonl" not in digests(tmp_path / "out")


def test_a_row_says_what_it_refers_to(tmp_path: Path) -> None:
    told = [
        ({"Refers_To": "<urn:uuid:1>"}, "the page is that of <urn:uuid:1>"),
        ({"Payload_Digest": "sha1:AAA"}, "the page is that of sha1:AAA"),
        ({}, "the page is that of an earlier record that it does not name"),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(record("revisit", 9, "a", 3, **fields) for fields, _ in told))
    rows = run_all(tmp_path / "out", tmp_path / "a.warc.gz")
    assert [(row["status"], row["error"], row["detail"]) for row in rows] == [
        ("skipped", "revisit", detail) for _, detail in told
    ]
