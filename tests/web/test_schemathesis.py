"""The API against its own description, with generated requests: no 5xx, nothing that is not described."""

from __future__ import annotations

import tempfile
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, seed, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web import schema_hooks  # noqa: F401
from tests.web.conftest import small_app

JOBS = tempfile.TemporaryDirectory()
KEPT = tempfile.TemporaryDirectory()
APP = small_app(max_page_bytes=200_000, jobs_dir=JOBS.name, max_jobs_waiting=1_000_000, data=Path(KEPT.name))
SCHEMA = schemathesis.openapi.from_wsgi("/openapi.json", APP)


@seed(1)
@SCHEMA.parametrize()
@settings(max_examples=12, deadline=None, derandomize=False, database=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case: schemathesis.Case) -> None:
    # A schema cannot say that a page must not be blank or a PDF, so a described request may still be refused.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
