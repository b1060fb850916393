"""The tables of bulk cleaning; docs/bulk.md describes each column to users."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

_STRINGS = pa.list_(pa.string())
_META = pa.map_(pa.string(), pa.string())
_COUNTS = pa.map_(pa.string(), pa.int32())


def _rows(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct([pa.field(name, kind) for name, kind in fields.items()]))


#: What a record is before it is cleaned; see `record.Record`. The first six columns of the output repeat it.
_RECORD = [
    pa.field("id", pa.string(), nullable=False),
    pa.field("source", pa.string(), nullable=False),
    pa.field("offset", pa.int64(), nullable=False),
    pa.field("url", pa.string()),
    pa.field("content_type", pa.string()),
    pa.field("meta", _META),
]
_TROUBLE = [
    pa.field("status", pa.string()),
    pa.field("error", pa.string()),
    pa.field("detail", pa.string()),
]
#: A batch on its way to `clean_batch`. Only `content` must be there; "status" is "failed" or "skipped" where reading
#: found no page.
INPUT_SCHEMA = pa.schema([*_RECORD, *_TROUBLE, pa.field("content", pa.binary())])

_IMAGE = {"url": pa.string(), "caption": pa.string(), "credit": pa.string(), "credit_kind": pa.string()}
_RELATED = dict.fromkeys(("title", "url", "summary", "caption", "credit"), pa.string())
_ARTICLE = {
    "title": pa.string(),
    "summary": pa.string(),
    "body": _rows(type=pa.string(), text=pa.string(), html=pa.string()),
    "text": pa.string(),
    "authors": _rows(name=pa.string(), role=pa.string()),
    "agency": pa.string(),
    "published": pa.string(),
    "modified": pa.string(),
    "section": pa.string(),
    "tags": _STRINGS,
    "site_name": pa.string(),
    "canonical_url": pa.string(),
    "language": pa.string(),
    "images": _rows(**_IMAGE, copies=pa.int32(), place=pa.int32()),
    "related": _rows(**_RELATED),
    "kind": pa.string(),
    "dateline": pa.string(),
    "robots": _STRINGS,
    "evidence": pa.string(),
}
_LEDGER = _rows(
    id=pa.int32(),
    text=pa.string(),
    role=pa.string(),
    kept=pa.bool_(),
    rule=pa.string(),
    evidence=pa.string(),
    confidence=pa.float32(),
    start=pa.int32(),
    end=pa.int32(),
    path=pa.string(),
)
_REPORT = {
    "engine": pa.string(),
    "rulebook": pa.string(),
    "page_kind": pa.string(),
    "encoding": pa.string(),
    "encoding_source": pa.string(),
    "blocks": pa.int32(),
    "kept_share": pa.float64(),
    "roles": _COUNTS,
    "rules": _COUNTS,
    "quality": pa.float64(),
    "quality_reasons": _STRINGS,
    "stage": pa.string(),
    "warnings": _STRINGS,
}
#: One row for each input record, in input order.
OUTPUT_SCHEMA = pa.schema(
    [
        *_RECORD,
        *_TROUBLE,
        *(pa.field(name, kind) for name, kind in _ARTICLE.items()),
        pa.field("ledger", _LEDGER),
        *(pa.field(name, kind) for name, kind in _REPORT.items()),
    ]
)
#: Its columns that are maps, which Arrow reads as lists of pairs.
MAPS = tuple(field.name for field in OUTPUT_SCHEMA if pa.types.is_map(field.type))
#: What the summary, the duplicates and the drift need of each row; kept beside the output.
FACTS_SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("offset", pa.int64(), nullable=False),
        pa.field("row", pa.int32(), nullable=False),
        pa.field("url", pa.string()),
        pa.field("host", pa.string()),
        pa.field("status", pa.string(), nullable=False),
        pa.field("error", pa.string()),
        pa.field("title", pa.string()),
        pa.field("published", pa.string()),
        pa.field("agency", pa.string()),
        pa.field("kind", pa.string()),
        pa.field("stage", pa.string()),
        pa.field("quality", pa.float64()),
        pa.field("chars", pa.int64()),
        pa.field("roles", _COUNTS),
        pa.field("rules", _COUNTS),
        pa.field("warnings", _STRINGS),
        pa.field("lines", _STRINGS),
        pa.field("captures", _STRINGS),
        pa.field("minhash", pa.binary()),
    ]
)


def record_batch_bytes(table: pa.Table) -> bytes:
    """The table as an Arrow IPC stream."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue().to_pybytes())


def table_of(content: bytes) -> pa.Table:
    """The table of an Arrow IPC stream."""
    with pa.ipc.open_stream(content) as reader:
        return reader.read_all()


def parquet_table(content: bytes, columns: list[str] | None = None) -> pa.Table:
    """The table of a Parquet file, or these columns of it, read in this thread.

    `read_table` leaves it to a pool, and a program that ends while a thread of that is on its way up is aborted
    ("terminate called without an active exception"): 6 of 70 that did nothing else on a busy machine, none read so.
    """
    return pq.ParquetFile(io.BytesIO(content), pre_buffer=False).read(columns, use_threads=False)
