"""Cleaning archives: any number of pages from files, in worker processes, with a run that can be trusted.

Read `run.py` first. `clean_batch` is what any other engine needs: an Arrow table in, an Arrow table out.
"""

from __future__ import annotations

from cleaner.bulk.batch import clean_batch
from cleaner.bulk.guard import GuardedBatch
from cleaner.bulk.record import Record, Trouble
from cleaner.bulk.schema import INPUT_SCHEMA, OUTPUT_SCHEMA

__all__ = ["INPUT_SCHEMA", "OUTPUT_SCHEMA", "GuardedBatch", "Record", "Trouble", "clean_batch"]
