"""The Flask application."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

import cleaner as package
from cleaner.corrections import open_store
from cleaner.jobs import Jobs
from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings
from cleaner.version import __version__
from cleaner.web.access.gate import make_gate
from cleaner.web.admission import guard_routes
from cleaner.web.around import surround
from cleaner.web.filters import code
from cleaner.web.guard import Guard, InProcess, ProcessGuard
from cleaner.web.language import speak
from cleaner.web.life import Life
from cleaner.web.metrics import Metrics
from cleaner.web.operation import register
from cleaner.web.resources import OPERATIONS
from cleaner.web.resources.jobs import JOBS_KEY
from cleaner.web.rule_id import RuleId
from cleaner.web.rules_live import LiveRules
from cleaner.web.state import KEY, State
from cleaner.web.strict import demand_known_parameters
from cleaner.web.usage import Usage
from cleaner.web.worker import Cleaner


def create_app(settings: Settings | None = None) -> Flask:
    """The service. Loads the rulebook, so that bad rules stop it here; page processes start when first needed.

    Raises RulebookError for rule packs that cannot be used, OptionError for bad settings or a key store,
    StoreError when the database of corrections cannot be used.
    """
    settings = settings or Settings.load()
    rules = LiveRules(load_rulebook(settings.rules), settings.rules)
    guard = _guard(settings, rules)
    app = Flask(__name__)
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_request_bytes
    app.json.sort_keys = True  # type: ignore[attr-defined]
    app.jinja_env.filters["code"] = code
    app.url_map.strict_slashes = False
    app.url_map.converters["rule"] = RuleId
    app.extensions[KEY] = State(
        settings,
        rules,
        guard,
        Metrics(__version__, rules),
        OPERATIONS,
        _seeds(),
        make_gate(settings),
        Life(settings.stop_seconds),
        Usage(),
        open_store(settings.store, settings.data),
    )
    app.extensions[JOBS_KEY] = Jobs(settings)
    surround(app)
    speak(app)
    guard_routes(app)
    demand_known_parameters(app, OPERATIONS)
    for operation in OPERATIONS:
        register(app, operation)
    return app


def _guard(settings: Settings, rules: LiveRules) -> Guard:
    if settings.page_workers:
        return ProcessGuard(settings, lambda: rules.current)
    return InProcess(lambda job: Cleaner(rules.current, settings.limits, settings.index)(job))


def _seeds() -> Path | None:
    folder = Path(package.__file__).resolve().parent.parent / "seeds"
    return folder if folder.is_dir() else None
