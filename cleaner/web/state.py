"""What the application holds for all its requests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flask import current_app

from cleaner.corrections import Keeper
from cleaner.rulebook import Rulebook
from cleaner.settings import Settings
from cleaner.web.access.gate import Gate
from cleaner.web.guard import Guard
from cleaner.web.life import Life
from cleaner.web.metrics import Metrics
from cleaner.web.operation import Operation
from cleaner.web.rules_live import LiveRules
from cleaner.web.usage import Usage

KEY = "cleaner"


@dataclass(frozen=True, slots=True)
class State:
    """seeds: folder of the sample pages, which stands beside the package in a checkout; None in a wheel.
    gate: None when keys are off. usage: how often each rule decided here. store: where corrections are kept, None when
    they are not.
    """

    settings: Settings
    rules: LiveRules
    guard: Guard
    metrics: Metrics
    operations: tuple[Operation, ...]
    seeds: Path | None
    gate: Gate | None
    life: Life
    usage: Usage
    store: Keeper | None = None

    @property
    def rulebook(self) -> Rulebook:
        """The one that serves now; ask once for each answer."""
        return self.rules.current


def state() -> State:
    """The state of the application that serves the current request."""
    return cast(State, current_app.extensions[KEY])
