"""Cross-origin requests of browser plug-ins (https://fetch.spec.whatwg.org/#http-cors-protocol).

Allowed is one origin at a time, by name, and never with credentials: a script sends its key or token by itself, so
no cookie or password of the browser is of use.
"""

from __future__ import annotations

from collections.abc import Iterable

from flask import Request, Response

#: Seconds for which a browser may remember a preflight; Chromium caps it at two hours.
_MAX_AGE = 600
_SENT = "Authorization, Content-Type, Content-Encoding, Idempotency-Key, X-Request-Id"
_SHOWN = "RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Location"


def is_preflight(request: Request) -> bool:
    asks = "Origin" in request.headers and "Access-Control-Request-Method" in request.headers
    return request.method == "OPTIONS" and asks


def preflight(methods: Iterable[str]) -> Response:
    """What an allowed origin may send to a path with these methods."""
    answer = Response(status=204)
    answer.headers["Access-Control-Allow-Methods"] = ", ".join(sorted(set(methods) - {"OPTIONS"}))
    answer.headers["Access-Control-Allow-Headers"] = _SENT
    answer.headers["Access-Control-Max-Age"] = str(_MAX_AGE)
    return answer


def allow(response: Response, origin: str) -> None:
    """Lets the scripts of an origin read the answer."""
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = _SHOWN
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
