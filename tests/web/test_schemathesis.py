"""The API against its own description, with generated requests: no 5xx, nothing that is not described."""

from __future__ import annotations

import json
import tempfile
from typing import Any

import schemathesis
from hypothesis import HealthCheck, seed, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web.conftest import small_app

JOBS = tempfile.TemporaryDirectory()
APP = small_app(max_page_bytes=200_000, jobs_dir=JOBS.name, max_jobs_waiting=1_000_000)
SCHEMA = schemathesis.openapi.from_wsgi("/openapi.json", APP)


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


@seed(1)
@SCHEMA.parametrize()
@settings(max_examples=12, deadline=None, derandomize=False, database=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case: schemathesis.Case) -> None:
    # A schema cannot say that a page must not be blank or a PDF, so a described request may still be refused.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
