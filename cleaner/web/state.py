"""What the application holds for all its requests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flask import current_app

from cleaner.rulebook import Rulebook
from cleaner.settings import Settings
from cleaner.web.guard import Guard
from cleaner.web.metrics import Metrics
from cleaner.web.operation import Operation

KEY = "cleaner"


@dataclass(frozen=True, slots=True)
class State:
    """seeds: folder of the sample pages, which stands beside the package in a checkout; None in a wheel."""

    settings: Settings
    rulebook: Rulebook
    guard: Guard
    metrics: Metrics
    operations: tuple[Operation, ...]
    seeds: Path | None


def state() -> State:
    """The state of the application that serves the current request."""
    return cast(State, current_app.extensions[KEY])
