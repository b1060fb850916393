"""WARC and ARC: the responses, resources and revisits of a crawl.

Framing is ours (see `members`, `frames`), so that damage costs one record; a record's own headers, transfer
and content codings are read by warcio. Records of other types (warcinfo, request, metadata, conversion,
continuation) say something about pages and are none.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from cleaner.bulk.capture import REVISIT, refers_to
from cleaner.bulk.readers.frames import Frames, record_length, starts_record
from cleaner.bulk.readers.members import Frame, Members, member_codec
from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.record import Record, Trouble, failed, record_id
from cleaner.bulk.stream import DAMAGE, inflate, peek

_HEAD_BYTES = 1 << 16
_HEADER_ROOM = 1 << 16  # a record's headers come on top of the page
_TYPES = ("response", "resource", "revisit")
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "unk", "no-type")
_META = {
    "WARC-Date": "date",
    "WARC-Payload-Digest": "payload_digest",
    "WARC-IP-Address": "ip",
    "WARC-Refers-To": "refers_to",
    "WARC-Refers-To-Target-URI": "refers_to_url",
    "WARC-Refers-To-Date": "refers_to_date",
    "WARC-Profile": "profile",
    "WARC-Identified-Payload-Type": "identified_type",
    "WARC-Truncated": "warc_truncated",
}


def read_warc(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    for frame in _frames(stream, options.max_bytes + _HEADER_ROOM):
        record = _record(name, frame, options)
        if record is not None:
            yield record


def _frames(stream: BinaryIO, limit: int) -> Iterable[Frame]:
    head, stream = peek(stream, _HEAD_BYTES)
    magic = member_codec(head)
    if magic is not None and _is_per_record(head):
        return Members(stream, magic, starts_record, limit)
    return Frames(inflate(stream), limit)


def _is_per_record(head: bytes) -> bool:
    """True when the first compressed member ends where its first record ends (or cannot be read at all)."""
    opened = inflate(io.BytesIO(head))
    try:
        start = opened.read1(_HEAD_BYTES)  # type: ignore[attr-defined]
    except DAMAGE:
        return True
    length = record_length(start)
    if length is None:
        return False
    member = next(iter(Members(io.BytesIO(head), member_codec(head) or b"", starts_record, 1 << 26)))
    if member.problem[0]:
        return member.problem[0] == "corrupt" or length > len(start)
    return not member.data[length:].strip(b"\r\n")


def _record(name: str, frame: Frame, options: ReadOptions) -> Record | None:
    code, detail = frame.problem
    if code:
        return failed(name, frame.offset, code, detail)
    try:
        parsed = _parse(frame.data)
        return _page(name, frame.offset, parsed, options) if parsed.rec_type in _TYPES else None
    except Exception as error:  # warcio raises its own and plain ValueErrors alike; the record is what is broken
        return failed(name, frame.offset, "corrupt", f"{type(error).__name__}: {error}")


def _parse(data: bytes) -> ArcWarcRecord:
    return ArcWarcRecordLoader(arc2warc=True).parse_record_stream(io.BytesIO(data.lstrip(b"\r\n")))


def _page(name: str, offset: int, parsed: ArcWarcRecord, options: ReadOptions) -> Record:
    headers = parsed.rec_headers
    status = parsed.http_headers.get_statuscode() if parsed.http_headers else ""
    content_type = _content_type(parsed)
    url = (headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    meta = {key: headers.get_header(field) for field, key in _META.items() if headers.get_header(field)}
    trouble = _trouble(parsed.rec_type, url, status, content_type, meta)
    content = b"" if trouble else parsed.content_stream().read()
    if len(content) > options.max_bytes:
        trouble, content = Trouble("failed", "too-large", f"more than {options.max_bytes} bytes"), b""
    if status:
        meta["http_status"] = status
        if asked := parsed.http_headers.get_header("X-Robots-Tag"):
            meta["x_robots_tag"] = asked
    identifier = headers.get_header("WARC-Record-ID") or record_id(name, offset)
    return Record(identifier, name, offset, content, url, content_type, meta, trouble)


def _content_type(parsed: ArcWarcRecord) -> str | None:
    headers = parsed.http_headers or parsed.rec_headers
    value: str | None = headers.get_header("Content-Type")
    return value


def _trouble(kind: str, url: str | None, status: str, content_type: str | None, meta: dict[str, str]) -> Trouble | None:
    """Why a record of the archive is no page to clean; None when it may be one."""
    if kind == "revisit":
        return Trouble("skipped", REVISIT, f"the page is that of {refers_to(meta)}")
    if url is not None and not url.lower().startswith(("http://", "https://", "file:", "ftp://")):
        return Trouble("skipped", "not-a-page", f"a record of the crawler: {url[:80]}")
    if status and not status.startswith("2"):
        return Trouble("skipped", "http-status", status)
    media = (content_type or "").partition(";")[0].strip().lower()
    if media and media not in _PAGE_TYPES:
        return Trouble("skipped", "media", media)
    return None
