"""Makes small archives of every kind; pages are lines of our own."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def page(number: int) -> bytes:
    return f"Title {number}\nFirst paragraph of page {number}.\nSecond paragraph.\n".encode()


def pages(count: int) -> list[bytes]:
    return [page(number) for number in range(count)]


def held_pages(count: int, at: int, gate: Path) -> list[bytes]:
    """Pages of which one, at this place, takes until the file `gate` is there; the fake engines know it."""
    made = pages(count)
    made[at] += f"HOLD {gate}\n".encode()
    return made


def write_folder(folder: Path, contents: Iterable[bytes]) -> Path:
    for number, content in enumerate(contents):
        path = folder / f"day-{number // 10}" / f"{number:04d}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def jsonl(contents: Iterable[bytes]) -> bytes:
    rows = [{"url": f"https://example.org/{n}", "html": content.decode()} for n, content in enumerate(contents)]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def zip_of(contents: Iterable[bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", compression) as archive:
        for number, content in enumerate(contents):
            archive.writestr(zipfile.ZipInfo(f"{number}.html"), content, compression)
    return sink.getvalue()


def tar_of(contents: Iterable[bytes]) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as archive:
        for number, content in enumerate(contents):
            info = tarfile.TarInfo(f"{number}.html")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return sink.getvalue()


class Writer(WARCWriter):
    """Without the temporary files that warcio opens for digests and does not close."""

    @classmethod
    def _create_temp_file(cls) -> io.BytesIO:
        return io.BytesIO()


class Warc:
    """Writes WARC records with warcio; `parts` has the stored bytes of each."""

    def __init__(self, compressed: bool = True) -> None:
        self._compressed = compressed
        self.parts: list[bytes] = []

    @property
    def content(self) -> bytes:
        return b"".join(self.parts)

    def add(self, kind: str, url: str, payload: bytes, **headers: str) -> Warc:
        """headers: of HTTP for a response (with `status`), of WARC otherwise; "_" stands for "-"."""
        sink = io.BytesIO()
        writer = Writer(sink, gzip=self._compressed)
        status = headers.pop("status", "200 OK")
        named = [(name.replace("_", "-"), value) for name, value in headers.items()]
        http = StatusAndHeaders(status, named, protocol="HTTP/1.1") if kind in ("response", "revisit") else None
        record = writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(payload),
            http_headers=http,
            warc_headers_dict={} if http else dict(named),
        )
        writer.write_record(record)
        self.parts.append(sink.getvalue())
        return self

    def response(self, number: int, payload: bytes | None = None, **headers: str) -> Warc:
        named = {"Content_Type": "text/html", **headers}
        return self.add(
            "response", f"https://example.org/{number}", page(number) if payload is None else payload, **named
        )


def arc_of(contents: Iterable[bytes], compressed: bool) -> bytes:
    """ARC version 1, as the Internet Archive's Heritrix 1 wrote it."""
    version = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n"
    blocks = [b"filedesc://test.arc 0.0.0.0 20040101000000 text/plain %d\n" % len(version) + version + b"\n"]
    for number, content in enumerate(contents):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
        head = b"http://example.org/%d 10.0.0.1 20040101000000 text/html %d\n" % (number, len(http))
        blocks.append(head + http + b"\n")
    return b"".join(gzip.compress(block, mtime=0) if compressed else block for block in blocks)
