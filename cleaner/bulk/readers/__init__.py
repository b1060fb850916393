"""Readers: one file in, its records out, in the file's own order.

No reader raises for what a file contains: what cannot be read is a record with trouble.
"""

from __future__ import annotations

from cleaner.bulk.readers.options import ReadOptions
from cleaner.bulk.readers.read import is_container, read_file, read_files

__all__ = ["ReadOptions", "is_container", "read_file", "read_files"]
