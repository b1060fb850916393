"""A row of a table (JSONL, CSV, Parquet) as a record."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.record import Record, failed, record_id

_KNOWN = ("id", "content_type")


def row_record(name: str, offset: int, row: Mapping[str, object], options: ReadOptions) -> Record:
    """The record of a row; trouble when it has no content column or too much content.

    A column whose name ends in "_base64" holds bytes. All other scalar columns become meta.
    """
    column = next((key for key in options.content if row.get(key) is not None), None)
    encoded = next((f"{key}_base64" for key in options.content if row.get(f"{key}_base64")), None)
    if column is None and encoded is None:
        return failed(name, offset, "no-content", f"nothing in a column of {', '.join(options.content)}")
    try:
        content = _bytes(row[column]) if column else base64.b64decode(str(row[encoded or ""]), validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        return failed(name, offset, "no-content", f"{column or encoded}: {error}")
    if len(content) > options.max_bytes:
        return failed(name, offset, "too-large", f"more than {options.max_bytes} bytes")
    url = next((key for key in options.url if row.get(key)), "")
    used = {column, encoded, url, *_KNOWN}
    return Record(
        id=_text(row.get("id")) or record_id(name, offset),
        source=name,
        offset=offset,
        content=content,
        url=_text(row.get(url)),
        content_type=_text(row.get("content_type")),
        meta={key: str(value) for key, value in row.items() if key not in used and _is_scalar(value)},
    )


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        # surrogateescape gives back the bytes of a CSV that was not UTF-8; "pass" keeps lone surrogates of JSON
        try:
            return value.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return value.encode("utf-8", "replace")
    raise TypeError(f"neither text nor bytes but {type(value).__name__}")


def _text(value: object) -> str | None:
    return None if value is None or value == "" else _clean(str(value))


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int | float | bool) and value != ""
