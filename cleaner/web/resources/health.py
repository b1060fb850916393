"""GET /healthz, /readyz and /metrics: for load balancers and monitoring."""

from __future__ import annotations

from typing import NamedTuple

from flask import Response
from prometheus_client import CONTENT_TYPE_LATEST

from cleaner.version import __version__
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.resources.jobs import count_jobs
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.state import state
from cleaner.web.worker import Job

_PROBE = Job("Tin thử.\n\nMột đoạn văn ngắn để biết rằng trang có thể được làm sạch.", kind="text")


class Health(NamedTuple):
    status: str
    version: str


class Readiness(NamedTuple):
    """rulebook: content hash of the rules that serve. rules: how many there are.
    refused: what is wrong with newer rule files, for which the old ones go on serving; empty when nothing is."""

    status: str
    version: str
    rulebook: str
    rules: int
    refused: tuple[str, ...]


def healthz() -> Response:
    """The server answers; nothing more is asked."""
    return json_answer(Health("ok", __version__))


def readyz() -> Response:
    """A page can be cleaned; raises, and so answers 503, when no page process comes up."""
    state().guard.run(_PROBE)
    book, refused = state().rulebook, state().rules.refused
    return json_answer(Readiness("ready", __version__, book.version, len(book.rules) + len(book.fields), refused))


def metrics() -> Response:
    count_jobs()
    return Response(state().metrics.exposition(), content_type=CONTENT_TYPE_LATEST)


OPERATIONS = (
    Operation(
        name="healthz",
        method="GET",
        path="/healthz",
        summary="Says that the server is alive",
        view=healthz,
        tag="service",
        answers=(Answer(200, "Alive.", (Content("application/json", Health),)),),
    ),
    Operation(
        name="readyz",
        method="GET",
        path="/readyz",
        summary="Says whether a page can be cleaned now",
        view=readyz,
        tag="service",
        answers=(Answer(200, "Ready.", (Content("application/json", Readiness),)),),
        problems=(503,),
    ),
    Operation(
        name="metrics",
        method="GET",
        path="/metrics",
        summary="Metrics for Prometheus",
        view=metrics,
        tag="service",
        answers=(Answer(200, "Text exposition format.", (Content("text/plain"),)),),
    ),
)
