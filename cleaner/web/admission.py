"""The gate around every request of an application."""

from __future__ import annotations

from flask import Flask, Response, current_app, g, request

from cleaner.web.access import rates
from cleaner.web.access.cors import allow, is_preflight, preflight
from cleaner.web.access.gate import Caller, demand_origin, demand_scope
from cleaner.web.access.scopes import scope_of
from cleaner.web.errors import Forbidden, KeyStoreError
from cleaner.web.state import state


def guard_routes(app: Flask) -> None:
    """Adds it; without a key store nothing is asked and no other origin is allowed."""
    app.before_request(_admit)
    app.after_request(_tell)


def caller() -> Caller | None:
    """Who asks; None for an open route, and when keys are off."""
    found: Caller | None = g.get("caller")
    return found


def _admit() -> Response | None:
    gate = state().gate
    if gate is None:
        return None
    if is_preflight(request):
        return _preflight()
    scope = scope_of(request.url_rule.rule) if request.url_rule else None
    if scope:
        g.caller = gate.identify(request)
        g.key_id = g.caller.key.id
        demand_origin(g.caller, request)
        g.rate = gate.count(g.caller)
        demand_scope(g.caller, scope)
    return None


def _preflight() -> Response:
    """A preflight carries no key, so it is answered for the origins of all."""
    gate = state().gate
    if gate is None or not gate.ring.knows_origin(request.headers["Origin"]):
        raise Forbidden("no key is for scripts of this origin")
    return preflight(current_app.create_url_adapter(request).allowed_methods())  # type: ignore[union-attr]


def _tell(response: Response) -> Response:
    """Rates and CORS headers, on refusals too, so that a plug-in can tell its user why."""
    if rate := g.get("rate"):
        response.headers.update(rates.headers(rate))
    if state().gate is not None:
        response.vary.add("Origin")
        if origin := _reader():
            allow(response, origin)
    return response


def _reader() -> str | None:
    """The origin, when its scripts may read the answer: on the key's list, or on any when no key was told."""
    gate, origin, who = state().gate, request.headers.get("Origin"), caller()
    if gate is None or origin is None:
        return None
    try:
        known = origin in who.origins if who else gate.ring.knows_origin(origin)
    except KeyStoreError:  # the answer is the 503 that says so
        return None
    return origin if known else None
