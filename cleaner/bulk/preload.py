"""Imported once by the process that worker processes are forked from, so that they start with all of it."""

from __future__ import annotations

import pyarrow as pa

import cleaner.bulk.worker  # noqa: F401
from cleaner.warm import warm_up

# Arrow's own allocators reserve a gigabyte at a time, which would count as the page's memory
pa.set_memory_pool(pa.system_memory_pool())
# pyarrow imports pandas, where it is installed, with the first conversion: a second's work for each worker
pa.array([""])
pa.Table.from_pylist([{"a": ""}])
warm_up()
