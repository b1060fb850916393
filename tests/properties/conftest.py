"""Hypothesis settings: the same examples in every run; `HYPOTHESIS_PROFILE=search` looks for new ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("repeat", max_examples=40, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("search", max_examples=1000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))
