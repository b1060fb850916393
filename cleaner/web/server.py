"""The service under gunicorn, as `cleaner serve` starts it; gunicorn.conf.py takes the same options."""

from __future__ import annotations

import os
import signal
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]
from prometheus_client.multiprocess import mark_process_dead

from cleaner.allocator import keep_little
from cleaner.settings import Settings
from cleaner.web.app import create_app
from cleaner.web.logs import configure_logging, formatter
from cleaner.web.state import KEY, State

#: Share of `requests_per_process` by which server processes differ, so that they are not replaced all at once.
_SPREAD = 10
#: Seconds on top of all that a request may wait for.
_GRACE = 5


def serve(settings: Settings) -> None:
    """Serves until it is told to stop. Raises RulebookError for rules that cannot be used."""
    configure_logging(settings)
    _Server(settings, create_app(settings)).run()


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    def __init__(self, settings: Settings, app: Flask) -> None:
        self._settings, self._app = settings, app
        super().__init__()

    def load_config(self) -> None:
        for name, value in options(self._settings).items():
            if name in self.cfg.settings:  # some came with later versions of gunicorn
                self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._app


def options(settings: Settings) -> dict[str, Any]:
    """gunicorn's settings. The application is made before the fork: the rulebook is loaded once and shared."""
    patience = int(settings.page_seconds + settings.queue_seconds + settings.stop_seconds) + _GRACE
    host = settings.host.strip("[]")  # an IPv6 address is one with brackets and without
    return {
        "bind": f"[{host}]:{settings.port}" if ":" in host else f"{host}:{settings.port}",
        "workers": settings.processes,
        "worker_class": "gthread",
        "threads": settings.threads,
        "timeout": patience,
        "graceful_timeout": patience,
        "max_requests": settings.requests_per_process,
        "max_requests_jitter": settings.requests_per_process // _SPREAD,
        "preload_app": True,
        "logger_class": _logger(settings),
        "when_ready": _watch_rules,
        "on_reload": _reload_rules,
        "post_worker_init": _warm,
        "worker_exit": _close,
        "child_exit": _forget,
        "proc_name": "cleaner",
        "control_socket_disable": True,  # a socket in the home directory that nobody asked for
    }


def _logger(settings: Settings) -> type:
    """gunicorn's own lines, in the format of all others."""

    class Lines(Logger):  # type: ignore[misc]
        def setup(self, cfg: Any) -> None:
            super().setup(cfg)
            for handler in self.error_log.handlers:
                handler.setFormatter(formatter(settings))

    return Lines


def _state(server: Any) -> State:
    """The application's state; `server` is gunicorn's master or one of its workers."""
    found: State = server.app.wsgi().extensions[KEY]
    return found


def _watch_rules(server: Any) -> None:
    """Changed files are one more reason for the signal that an operator would send."""
    state = _state(server)
    if state.settings.rules_poll_seconds:
        state.rules.watch(state.settings.rules_poll_seconds, lambda: os.kill(os.getpid(), signal.SIGHUP))


def _reload_rules(server: Any) -> None:
    """On SIGHUP, in the master: the server processes that are forked next have what is decided here."""
    state = _state(server)
    state.rules.reload()
    state.metrics.show_rules()


def _warm(worker: Any) -> None:
    """Before the first request: bounds what bodies leave behind, and starts the page processes it would wait for."""
    keep_little()
    state = _state(worker)
    state.life.ending = lambda: not worker.alive
    state.guard.start()


def _close(server: Any, worker: Any) -> None:
    """Ends the page processes with the server process that they belong to."""
    _state(worker).guard.close()


def _forget(server: Any, worker: Any) -> None:
    """With metrics of several processes: what a gauge of a process that ended said is no longer so."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
