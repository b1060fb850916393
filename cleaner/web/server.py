"""The service under gunicorn, as `cleaner serve` starts it."""

from __future__ import annotations

from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from cleaner.settings import Settings
from cleaner.web.app import create_app
from cleaner.web.logs import configure_logging
from cleaner.web.state import KEY

#: Requests after which a server process is replaced, give or take, so that no leak grows for ever.
_REQUESTS_PER_PROCESS = 20_000
_SPREAD = 2_000
#: Seconds that a stopping process gives to what it is still answering, besides a page's own time.
_GRACE = 10


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
    patience = int(settings.page_seconds + settings.queue_seconds) + _GRACE
    return {
        "bind": f"{settings.host}:{settings.port}",
        "workers": settings.processes,
        "worker_class": "gthread",
        "threads": settings.threads,
        "timeout": patience,
        "graceful_timeout": patience,
        "max_requests": _REQUESTS_PER_PROCESS,
        "max_requests_jitter": _SPREAD,
        "preload_app": True,
        "post_worker_init": _warm,
        "worker_exit": _close,
        "proc_name": "cleaner",
        "control_socket_disable": True,  # a socket in the home directory that nobody asked for
    }


def _warm(worker: Any) -> None:
    """Starts the page processes, so that the first request does not wait for them."""
    worker.app.wsgi().extensions[KEY].guard.start()


def _close(server: Any, worker: Any) -> None:
    """Ends the page processes with the server process that they belong to."""
    worker.app.wsgi().extensions[KEY].guard.close()
