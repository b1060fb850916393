"""Imported once by the process that page processes are forked from, so that they start with all of it.

A page that is stopped for what it has to load leaves the next one with the same work, and on a busy machine it never
gets done.
"""

from __future__ import annotations

import cleaner.web.worker  # noqa: F401
from cleaner.warm import warm_up

warm_up()
