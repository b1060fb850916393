"""What schemathesis must know of the API to send it requests; also for its command line (SCHEMATHESIS_HOOKS)."""

from __future__ import annotations

import json
from typing import Any

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(context: Any, value: Any) -> bytes:
    """One JSON value a line."""
    return b"".join(json.dumps(item).encode() + b"\n" for item in (value if isinstance(value, list) else [value]))


@schemathesis.serializer("application/zip")
def archive(context: Any, value: Any) -> bytes:
    """Any value behind the first bytes of a zip: what an archive holds is for the worker to read."""
    return b"PK\x03\x04" + json.dumps(value, default=str).encode()


@schemathesis.serializer("application/warc")
def crawl(context: Any, value: Any) -> bytes:
    return b"WARC/1.1\r\n" + json.dumps(value, default=str).encode()
