"""Broken and odd inputs, by name: the file's name, its bytes, and the one row that it must give."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from cleaner.bulk.stream import zstd
from tests.bulk.archives import Warc, arc_of, jsonl, page, tar_of, zip_of


class Beast(NamedTuple):
    """file, content: the input. status, error: of its one row."""

    file: str
    content: bytes
    status: str
    error: str | None = None


def _parquet(**columns: object) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink)
    return sink.getvalue()


def _flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def _encrypted_zip() -> bytes:
    content = bytearray(zip_of([page(1)]))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _strange_method_zip() -> bytes:
    content = bytearray(zip_of([page(1)]))
    content[8] = 97
    content[content.index(b"PK\x01\x02") + 10] = 97
    return bytes(content)


def _nested(depth: int) -> bytes:
    content, name = page(1), "page.html"
    for _ in range(depth):
        sink = io.BytesIO()
        with zipfile.ZipFile(sink, "w") as archive:
            archive.writestr(name, content)
        content, name = sink.getvalue(), "inner.zip"
    return content


_ONE = Warc().response(1)
_PLAIN = Warc(compressed=False).response(1)
_STORED = zip_of([page(1)], zipfile.ZIP_STORED)
_TABLE = _parquet(html=[page(1).decode()])
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
_NO_LENGTH = _PLAIN.content.replace(b"Content-Length", b"X-Length")
_DNS = Warc().add("response", "dns:example.org", b"1.2.3.4").content
_ARC_NO_LENGTH = arc_of([page(1)], False).replace(b"text/html %d" % len(_HTTP + page(1)), b"text/html x")

ZOO: dict[str, Beast] = {
    # pages
    "a whole page": Beast("a.html", page(1), "cleaned"),
    "an empty file": Beast("a.html", b"", "skipped", "empty-input"),
    "white space only": Beast("a.html", b" \n\t \r\n", "skipped", "empty-input"),
    "a PDF called html": Beast("a.html", b"%PDF-1.7 ...", "skipped", "unsupported-media"),
    "an unknown suffix": Beast("a.dat", page(1), "cleaned"),
    "no suffix at all": Beast("README", page(1), "cleaned"),
    "a page over the limit": Beast("a.html", b"x" * 200_001, "failed", "too-large"),
    "bytes that are no text": Beast("a.html", bytes(range(256)), "cleaned"),
    "a defect of the engine": Beast("a.html", b"DEFECT", "failed", "defect"),
    "a page that never ends": Beast("a.html", b"SLEEP", "timed_out", "time"),
    "a page that kills its process": Beast("a.html", b"DIE", "failed", "process-died"),
    "a page that eats memory": Beast("a.html", b"EAT", "failed", "out-of-memory"),
    "a front page": Beast("a.html", b"FRONT\nlinks", "not_article"),
    # compression
    "a truncated gzip": Beast("a.html.gz", gzip.compress(page(1))[:-12], "failed", "truncated"),
    "a gzip with a wrong checksum": Beast("a.html.gz", _flip(gzip.compress(page(1)), -6), "failed", "corrupt"),
    "a gzip with a broken middle": Beast("a.html.gz", _flip(gzip.compress(page(1) * 50), 40), "failed", "corrupt"),
    "a gzip's magic and nothing else": Beast("a.html.gz", b"\x1f\x8b\x08", "failed", "truncated"),
    "a page called gz that is not": Beast("a.html.gz", page(1), "cleaned"),
    "a gzip that grows without end": Beast("a.html.gz", gzip.compress(b"\0" * 50_000_000), "failed", "too-large"),
    "gzip inside gzip": Beast("a.html.gz", gzip.compress(gzip.compress(page(1))), "cleaned"),
    "a truncated zstd": Beast("a.html.zst", zstd.compress(page(1) * 50)[:-8], "failed", "truncated"),
    "a zstd with a broken frame": Beast("a.html.zst", _flip(zstd.compress(page(1)), 5), "failed", "corrupt"),
    # zip and tar
    "a zip cut short": Beast("a.zip", _STORED[:-10], "failed", "corrupt"),
    "a zip that is text": Beast("a.zip", b"not a zip", "failed", "corrupt"),
    "an encrypted zip member": Beast("a.zip", _encrypted_zip(), "failed", "encrypted"),
    "a zip member with a wrong checksum": Beast("a.zip", _flip(_STORED, 50), "failed", "corrupt"),
    "a zip member of an unknown method": Beast("a.zip", _strange_method_zip(), "failed", "corrupt"),
    "a zip bomb": Beast("a.zip", zip_of([b"\0" * 50_000_000]), "failed", "too-large"),
    "zips inside zips without end": Beast("a.zip", _nested(6), "failed", "nested-too-deep"),
    "a zip with an empty page": Beast("a.zip", zip_of([b""]), "skipped", "empty-input"),
    "a tar cut inside a member": Beast("a.tar", tar_of([page(1) * 50])[:1000], "failed", "truncated"),
    "a tar with a broken header": Beast("a.tar", _flip(tar_of([page(1)]), 150), "failed", "corrupt"),
    "a tar that is text": Beast("a.tar", b"not a tar at all" * 100, "failed", "corrupt"),
    "a tar.gz cut short": Beast("a.tar.gz", gzip.compress(tar_of([page(1)]))[:60], "failed", "truncated"),
    # tables
    "a line that is not JSON": Beast("a.jsonl", b'{"html": \n', "failed", "corrupt"),
    "a line that is a list": Beast("a.jsonl", b"[1, 2]\n", "failed", "corrupt"),
    "a line without content": Beast("a.jsonl", b'{"url": "u"}\n', "failed", "no-content"),
    "a line whose content is a number": Beast("a.jsonl", b'{"html": 7}\n', "failed", "no-content"),
    "a line nested ten thousand deep": Beast("a.jsonl", b"[" * 10_000 + b"\n", "failed", "corrupt"),
    "a line with half a surrogate": Beast("a.jsonl", b'{"html": "T\\ud800\\nText"}', "cleaned"),
    "a line that is too long": Beast("a.jsonl", b'{"html": "' + b"x" * 1_500_000 + b'"}', "failed", "too-large"),
    "a line in Latin-1": Beast("a.jsonl", b'{"html": "T\xe9\\nText"}', "cleaned"),
    "a byte order mark": Beast("a.jsonl", b"\xef\xbb\xbf" + jsonl([page(1)]), "cleaned"),
    "base64 that is not": Beast("a.jsonl", b'{"html_base64": "###"}', "failed", "no-content"),
    "a CSV row that is too short": Beast("a.csv", b"url,html\nonly\n", "failed", "corrupt"),
    "a CSV quote that never closes": Beast("a.csv", b'url,html\nu,"open\n', "failed", "corrupt"),
    "a CSV with NUL bytes": Beast("a.csv", b"url,html\nu,T\0ext\n", "cleaned"),
    "a CSV without a content column": Beast("a.csv", b"a,b\n1,2\n", "failed", "no-content"),
    "a Parquet cut short": Beast("a.parquet", _TABLE[:-20], "failed", "corrupt"),
    "a Parquet with a broken page": Beast("a.parquet", _flip(_TABLE, 20), "failed", "corrupt"),
    "a Parquet without content": Beast("a.parquet", _parquet(n=[1]), "failed", "no-content"),
    "a Parquet null": Beast("a.parquet", _parquet(html=pa.array([None], pa.string())), "failed", "no-content"),
    # crawls
    "a truncated WARC member": Beast("a.warc.gz", _ONE.content[:-20], "failed", "truncated"),
    "a broken WARC member": Beast("a.warc.gz", _flip(_ONE.content, 60), "failed", "corrupt"),
    "a WARC without length": Beast("a.warc", _NO_LENGTH, "failed", "corrupt"),
    "a WARC cut inside its page": Beast("a.warc", _PLAIN.content[:-30], "failed", "truncated"),
    "a WARC cut inside its header": Beast("a.warc", _PLAIN.content[:100], "failed", "truncated"),
    "a WARC that is text": Beast("a.warc", b"not a warc\n", "failed", "truncated"),
    "a WARC that is noise": Beast("a.warc.gz", struct.pack("<64Q", *range(64)), "failed", "truncated"),
    "a response without HTTP headers": Beast("a.warc.gz", Warc().response(1, b"").content, "skipped", "empty-input"),
    "a chunked body cut short": Beast(
        "a.warc.gz", Warc().response(1, b"ff\r\nTitle\nText", Transfer_Encoding="chunked").content, "cleaned"
    ),
    "a redirect": Beast("a.warc.gz", Warc().response(1, b"", status="301 Moved").content, "skipped", "http-status"),
    "a status line that is none": Beast("a.warc.gz", Warc().response(1, status="OK").content, "skipped", "http-status"),
    "a picture": Beast("a.warc.gz", Warc().response(1, b"GIF", Content_Type="image/gif").content, "skipped", "media"),
    "a WARC page over the limit": Beast("a.warc.gz", Warc().response(1, b"x" * 300_000).content, "failed", "too-large"),
    "a DNS record": Beast("a.warc.gz", _DNS, "skipped", "not-a-page"),
    "an ARC cut short": Beast("a.arc", arc_of([page(1)], False)[:-20], "failed", "truncated"),
    "an ARC header without length": Beast("a.arc", _ARC_NO_LENGTH, "failed", "corrupt"),
    "a WACZ cut short": Beast("a.wacz", _STORED[:-10], "failed", "corrupt"),
}
