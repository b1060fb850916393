"""A shard's rows as the bytes of one output file. The same rows give the same bytes."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.warcwriter import WARCWriter

from cleaner.bulk.batch import DETAIL_CHARS, Row, output_row, output_table
from cleaner.render.json import canonical

_EPOCH = "1970-01-01T00:00:00Z"
#: WARC 1.1, section 5.4: a time in UTC, of which what is not known may be left out.
_WARC_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z)?)?)?", re.ASCII)
_WARC_ID = re.compile(r"<urn:[!-;=?-~]+>")
_NOT_IN_URI = re.compile(r"[\0-\x20\x7f]")


class Format(NamedTuple):
    """suffix: of the shard's file name. encode: rows to bytes."""

    suffix: str
    encode: Callable[[list[Row]], bytes]


def to_parquet(rows: list[Row]) -> bytes:
    """One Parquet file of `OUTPUT_SCHEMA`, zstd."""
    return parquet_bytes(output_table(rows))


def parquet_bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def to_jsonl(rows: list[Row]) -> bytes:
    """One JSON object a line with the columns of `OUTPUT_SCHEMA`, gzip; maps are objects, empty columns left out."""
    lines = (json.dumps(_json_row(row), ensure_ascii=False) for row in rows)
    text = "".join(line + "\n" for line in lines)
    return gzip.compress(text.encode("utf-8", "replace"), compresslevel=6, mtime=0)


def _json_row(row: Row) -> dict[str, Any]:
    return {name: value for name, value in output_row(row).items() if value not in (None, {}, [], ())}


def to_results(rows: list[Row]) -> bytes:
    """One JSON object a line as the HTTP API has them, gzip: the record, `status`, then the three members of
    `CleanResult.to_dict` or `error` with `code` and `detail`.
    """
    text = "".join(canonical(_result(row)) + "\n" for row in rows)
    return gzip.compress(text.encode("utf-8", "replace"), compresslevel=6, mtime=0)


def _result(row: Row) -> dict[str, Any]:
    record = row.record
    told: dict[str, Any] = {"id": record.id, "source": record.source, "offset": record.offset, "status": row.status}
    told |= {"url": record.url} if record.url else {}
    told |= {"meta": dict(record.meta)} if record.meta else {}
    if row.trouble is not None:
        return told | {"error": {"code": row.trouble.code, "detail": row.trouble.detail[:DETAIL_CHARS]}}
    return told | (row.result.to_dict() if row.result else {})


def to_warc(rows: list[Row]) -> bytes:
    """WARC 1.1, gzip by record: a `conversion` record for each row, with WARC-Refers-To its original.

    The block is the article's text; title, status, quality and the rest stand in the JSON of a `metadata`
    record that is concurrent to it. A row without text has the `metadata` record alone.
    """
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=True, warc_version="1.1")
    for row in rows:
        _write_row(writer, row)
    return sink.getvalue()


def _write_row(writer: WARCWriter, row: Row) -> None:
    """The columns of a table may hold anything: in a header stands only what WARC allows there, or what stands for
    it; the JSON has all as it came."""
    record = row.record
    date, url = record.meta.get("date", _EPOCH), record.url or "file:" + quote(record.source)
    headers = {
        "WARC-Date": date if _WARC_DATE.fullmatch(date) else _EPOCH,
        "WARC-Refers-To": record.id if _WARC_ID.fullmatch(record.id) else f"<{_urn(row, 'original')}>",
    }
    url = _NOT_IN_URI.sub(lambda sign: quote(sign[0]), url)
    if row.result and row.result.article.text:
        own = headers | {"WARC-Record-ID": f"<{_urn(row, 'text')}>"}
        _write(writer, url, "conversion", row.result.article.text.encode(), "text/plain; charset=utf-8", own)
        headers["WARC-Concurrent-To"] = own["WARC-Record-ID"]
    headers["WARC-Record-ID"] = f"<{_urn(row, 'ledger')}>"
    content = json.dumps(_json_row(row), ensure_ascii=False).encode("utf-8", "replace")
    _write(writer, url, "metadata", content, "application/json", headers)


def _write(writer: WARCWriter, url: str, kind: str, content: bytes, content_type: str, headers: dict[str, str]) -> None:
    record = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(content),
        length=len(content),
        warc_content_type=content_type,
        warc_headers_dict=headers,
    )
    writer.write_record(record)


def _urn(row: Row, part: str) -> str:
    """A record id that depends on the record alone, so that a second run writes the same bytes."""
    return uuid5(NAMESPACE_URL, f"{row.record.source}\n{row.record.offset}\n{row.record.id}\n{part}").urn


FORMATS = {
    "parquet": Format(".parquet", to_parquet),
    "jsonl": Format(".jsonl.gz", to_jsonl),
    "warc": Format(".warc.gz", to_warc),
    "results": Format(".ndjson.gz", to_results),
}
