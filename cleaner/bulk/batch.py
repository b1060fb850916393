"""`clean_batch`: an Arrow table of pages in, an Arrow table of articles and ledgers out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import accumulate, chain
from typing import Any, NamedTuple

import pyarrow as pa

from cleaner.bulk.record import Record, Status, Trouble, record_id
from cleaner.bulk.schema import INPUT_SCHEMA, OUTPUT_SCHEMA
from cleaner.errors import CleanerError, EmptyInput, UnsupportedMedia
from cleaner.limits import OUT_OF_MEMORY
from cleaner.model import CleanResult

#: (content, url, content type) -> result; raises CleanerError for a page that cannot be cleaned.
Clean = Callable[[bytes, str | None, str | None], CleanResult]

_RECORD_COLUMNS = ("id", "source", "offset", "url", "content_type")
DETAIL_CHARS = 500
#: What reading says of a record; any other "status" of a table is about something else.
_UNREAD: tuple[Status, ...] = ("failed", "skipped")
_LEDGER = OUTPUT_SCHEMA.get_field_index("ledger")


class Row(NamedTuple):
    """What became of one record: an article, or the trouble."""

    record: Record
    result: CleanResult | None = None
    trouble: Trouble | None = None

    @property
    def status(self) -> str:
        if self.trouble is not None:
            return self.trouble.status
        return "not_article" if self.result and self.result.article.kind == "not_article" else "cleaned"


def clean_batch(table: pa.Table, clean: Clean | None = None) -> pa.Table:
    """One output row (`OUTPUT_SCHEMA`) for each input row, in order.

    table: `INPUT_SCHEMA`; only the column "content" (binary or string) is required.
    Nothing that a page does raises; it becomes the row's status. Time and memory are not bounded here
    (a process cannot stop itself in the middle of C code): `GuardedBatch` does that.
    """
    return output_table(list(clean_rows(records_of(table), clean or default_clean())))


@cache
def default_clean() -> Clean:
    """The engine with the rules that ship with it."""
    from cleaner.pipeline import clean

    return lambda content, url, content_type: clean(content, url, content_type)


def clean_rows(records: list[Record], clean: Clean, ruled_out: Mapping[int, Trouble] | None = None) -> Iterator[Row]:
    """ruled_out: trouble known beforehand, by position (a page that killed its process)."""
    for number, record in enumerate(records):
        trouble = (ruled_out or {}).get(number) or record.trouble
        yield Row(record, None, trouble) if trouble else _cleaned(record, clean)


def _cleaned(record: Record, clean: Clean) -> Row:
    try:
        return Row(record, clean(record.content, record.url, record.content_type))
    except (UnsupportedMedia, EmptyInput) as error:
        return Row(record, None, Trouble("skipped", error.code, str(error)))
    except CleanerError as error:
        return Row(record, None, Trouble("failed", error.code, str(error)))
    except OUT_OF_MEMORY:
        return Row(record, None, Trouble("failed", "out-of-memory", "the page needs more than its memory"))
    except Exception as error:  # a defect of ours costs its page, with its type for the report
        return Row(record, None, Trouble("failed", "defect", f"{type(error).__name__}: {error}"))


# -- records and tables --------------------------------------------------------------------------
def input_table(records: list[Record]) -> pa.Table:
    """The records as `INPUT_SCHEMA`."""
    rows = [
        {**_record_columns(record), "content": record.content, **_trouble_columns(record.trouble)} for record in records
    ]
    return pa.Table.from_pylist(rows, INPUT_SCHEMA)


def _record_columns(record: Record) -> dict[str, Any]:
    columns = {name: _utf8(getattr(record, name)) for name in _RECORD_COLUMNS}
    return columns | {"meta": {_utf8(key): _utf8(value) for key, value in record.meta.items()}}


def _utf8(value: object) -> object:
    """Archives name things in any encoding; Arrow strings are UTF-8."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def records_of(table: pa.Table) -> list[Record]:
    """The records of an input table; what it lacks is filled in ("row" and the row's number).

    Tables of other engines have columns of these names with values of their own, such as numbers for ids.
    """
    return [_record(number, row) for number, row in enumerate(table.to_pylist())]


def _record(number: int, row: Mapping[str, Any]) -> Record:
    content, offset, status = row["content"] or b"", row.get("offset"), row.get("status")
    return Record(
        id=_text(row.get("id")) or record_id("row", number),
        source=_text(row.get("source")) or "row",
        offset=offset if isinstance(offset, int) else number,
        content=content.encode("utf-8") if isinstance(content, str) else content,
        url=_text(row.get("url")),
        content_type=_text(row.get("content_type")),
        meta=_meta(row.get("meta")),
        trouble=Trouble(status, row.get("error") or "", row.get("detail") or "") if status in _UNREAD else None,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _meta(value: object) -> dict[str, str]:
    """Of a map, which Arrow gives as pairs, or of a struct."""
    pairs = list(value.items()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return {str(pair[0]): str(pair[1]) for pair in pairs if isinstance(pair, tuple) and pair[1] is not None}


def _trouble_columns(trouble: Trouble | None) -> dict[str, str]:
    if trouble is None:
        return {}
    return {"status": trouble.status, "error": trouble.code, "detail": str(_utf8(trouble.detail))[:DETAIL_CHARS]}


def output_table(rows: list[Row]) -> pa.Table:
    """The rows as `OUTPUT_SCHEMA`. A result that the schema cannot hold is a defect that costs its own row."""
    try:
        table = pa.Table.from_pylist([_without_ledger(row) for row in rows], OUTPUT_SCHEMA)
        return table.set_column(_LEDGER, OUTPUT_SCHEMA.field(_LEDGER), _ledger_column(rows))
    except (pa.ArrowException, UnicodeEncodeError, OverflowError, TypeError) as error:
        if len(rows) > 1:
            return pa.concat_tables([output_table([row]) for row in rows])
        if rows[0].result is None:
            raise  # of the record's own columns, which every row has
        trouble = Trouble("failed", "defect", f"{type(error).__name__}: {error}")
        return output_table([Row(rows[0].record, None, trouble)])


def _ledger_column(rows: list[Row]) -> pa.Array:
    """The ledgers as Arrow, field by field: they are most of what is written, and a dict a block costs double."""
    ledgers = [row.result.ledger if row.result else () for row in rows]
    struct = OUTPUT_SCHEMA.field(_LEDGER).type.value_type
    values = list(zip(*chain.from_iterable(ledgers), strict=True)) or [()] * struct.num_fields
    arrays = [pa.array(column, struct.field(at).type) for at, column in enumerate(values)]
    offsets = pa.array(accumulate(map(len, ledgers), initial=0), pa.int32())
    missing = pa.array([row.result is None for row in rows])
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(arrays, fields=list(struct)), mask=missing)


def _without_ledger(row: Row) -> dict[str, Any]:
    """As `output_row`, for Arrow: the evidence is a text there, and the ledger a column for `_ledger_column`."""
    columns = output_row(row._replace(result=row.result and replace(row.result, ledger=())))
    return columns | ({"evidence": json.dumps(columns["evidence"], ensure_ascii=False)} if row.result else {})


def output_row(row: Row) -> dict[str, Any]:
    """The columns of `OUTPUT_SCHEMA` as JSON values; `evidence` is what its text holds."""
    columns = _record_columns(row.record)
    if row.result is not None:
        columns |= _result_columns(row.result)
    return columns | {"status": row.status} | _trouble_columns(row.trouble)


def _result_columns(result: CleanResult) -> dict[str, Any]:
    plain = result.to_dict()
    article, report = plain["article"], plain["report"]
    article["canonical_url"] = article.pop("url")
    report["page_kind"] = report.pop("kind")
    return {**article, **report, "ledger": plain["ledger"]}
