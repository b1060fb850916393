"""Structured log lines: what was asked and how it went, never what the page says."""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
from types import TracebackType

from cleaner.settings import Settings
from cleaner.web.defect import PageDefect

LOGGER = logging.getLogger("cleaner.web")
#: Of the service and of the jobs it takes in.
_ALL = logging.getLogger("cleaner")


def configure_logging(settings: Settings, logger: logging.Logger = _ALL, least: int = logging.NOTSET) -> None:
    """Sends a logger's lines to stderr in the format of the settings. least: no line below this level."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(settings))
    handler.setLevel(least)
    logger.handlers = [handler]
    logger.setLevel(settings.log_level.upper())
    logger.propagate = False


def formatter(settings: Settings) -> logging.Formatter:
    return JsonLines() if settings.log_format == "json" else TextLines()


class JsonLines(logging.Formatter):
    """One JSON object a line; times in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
            **_defect(record),
        }
        return json.dumps(line, ensure_ascii=False)


class TextLines(logging.Formatter):
    """The same for people: event, then name=value."""

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, object] = getattr(record, "fields", {}) | _defect(record)
        return " ".join([record.getMessage(), *(f"{name}={value}" for name, value in fields.items())])


def _defect(record: logging.LogRecord) -> dict[str, object]:
    """Type and place of an error that a library logged; not its message, as in `log_defect`."""
    kind, _, trace = record.exc_info or (None, None, None)
    return {"error": kind.__name__, "trace": _places(trace)} if kind else {}


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def log(event: str, level: int = logging.INFO, **fields: object) -> None:
    LOGGER.log(level, event, extra={"fields": fields})


def log_defect(error: Exception, request_id: str) -> None:
    """Type and place of an unexpected error; not its message, which may quote the page."""
    what = str(error) if isinstance(error, PageDefect) else type(error).__name__
    log("defect", logging.ERROR, request_id=request_id, error=what, trace=_places(error.__traceback__))
