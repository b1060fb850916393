"""Which scope a route needs."""

from __future__ import annotations

from cleaner.web.access.key import Scope

#: For probes, and for those who have yet to learn how to ask.
OPEN = ("/healthz", "/readyz", "/openapi.json", "/docs", "/static/")
_SCOPES: tuple[tuple[str, Scope], ...] = (
    ("/v1/rules", "rules"),
    ("/rules", "rules"),
    ("/v1/jobs", "jobs"),
    ("/v1/corrections", "corrections"),
    ("/v1/tokens", "tokens"),
    ("/metrics", "metrics"),
)


def scope_of(route: str) -> Scope | None:
    """The scope that a route needs; None for one that is open. What is not listed cleans pages.

    >>> scope_of("/v1/rules/<path:rule_id>"), scope_of("/v1/clean/stream"), scope_of("/healthz")
    ('rules', 'clean', None)
    """
    if any(_under(route, path) for path in OPEN):
        return None
    return next((scope for path, scope in _SCOPES if _under(route, path)), "clean")


def _under(route: str, path: str) -> bool:
    return route == path or route.startswith(path.rstrip("/") + "/")
