"""What happens around every request: an id, security headers, a log line, metrics, problems for errors."""

from __future__ import annotations

import json
import logging
import re
import time
import uuid

from flask import Flask, Response, g, request

from cleaner.web.logs import log, log_defect
from cleaner.web.problem import MEDIA_TYPE, RETRY_SECONDS, Problem, as_json, headers, problem_of
from cleaner.web.state import state

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
#: https://www.w3.org/TR/trace-context/#traceparent-header: version, trace, parent, flags; all zeros name no trace.
_TRACE = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")

#: For our own pages: own styles and scripts only, nothing inline, nothing from elsewhere.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: For outputs, which hold words of strangers: opened in a browser they are inert.
OUTPUT_POLICY = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'"

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def surround(app: Flask) -> None:
    """Adds all of it to an application."""
    app.before_request(_begin)
    app.after_request(_finish)
    app.register_error_handler(Exception, problem_response)


def request_id() -> str:
    """The client's X-Request-Id when it is fit for a log line, else one of our own."""
    given: str = g.get("request_id", "")
    return given or "none"


def told(error: Exception) -> Problem:
    """The problem of an error that this request met; `instance` names the request. A defect of ours is logged."""
    problem = problem_of(error, f"urn:cleaner:request:{request_id()}")
    if problem.status == 500:
        log_defect(error, request_id())
    return problem


def problem_response(error: Exception) -> Response:
    """Any error as problem+json."""
    problem = told(error)
    return Response(
        json.dumps(as_json(problem), ensure_ascii=False),
        problem.status,
        headers(error),
        content_type=MEDIA_TYPE,
    )


def _begin() -> None:
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    g.began = time.monotonic()


def _finish(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", OUTPUT_POLICY)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["X-Request-Id"] = request_id()
    if response.status_code == 503:
        response.headers.setdefault("Retry-After", str(RETRY_SECONDS))
    _record(response)
    return response


def _record(response: Response) -> None:
    route = request.url_rule.rule if request.url_rule else "unmatched"
    seconds = time.monotonic() - g.began
    state().metrics.count_request(route, request.method, response.status_code, seconds)
    log(
        "request",
        logging.INFO,
        request_id=request_id(),
        method=request.method,
        route=route,
        status=response.status_code,
        ms=round(seconds * 1000, 1),
        bytes_in=request.content_length or 0,
        bytes_out=response.content_length or 0,
        **({"key": g.key_id} if "key_id" in g else {}),
        **({"trace": trace[1]} if (trace := _TRACE.fullmatch(request.headers.get("traceparent", ""))) else {}),
    )
