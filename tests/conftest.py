"""What every test may rely on."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Where the environment forbids to keep what is compiled, every process of the hundreds that tests start would compile
# our modules and read all rules anew: three seconds of work for each.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same examples in every run, however slow; `HYPOTHESIS_PROFILE=search` looks for new ones.
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("repeat", max_examples=40, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("search", max_examples=1000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))


@pytest.fixture(autouse=True)
def _logger_as_it_was() -> Iterator[None]:
    """A test that starts the service or a worker sets up the logger of the whole process."""
    logger = logging.getLogger("cleaner")
    before = logger.handlers[:], logger.level, logger.propagate
    yield
    logger.handlers[:], logger.level, logger.propagate = before
