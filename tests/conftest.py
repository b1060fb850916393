"""What every test may rely on."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _logger_as_it_was() -> Iterator[None]:
    """A test that starts the service or a worker sets up the logger of the whole process."""
    logger = logging.getLogger("cleaner")
    before = logger.handlers[:], logger.level, logger.propagate
    yield
    logger.handlers[:], logger.level, logger.propagate = before
