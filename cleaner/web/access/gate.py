"""Lets a request in or not: whose key it is, what that may do, from where, and how often."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from flask import Request

from cleaner.errors import OptionError
from cleaner.settings import Settings
from cleaner.web.access import rates, tokens
from cleaner.web.access.key import Key, Scope
from cleaner.web.access.rates import Rate, Rates
from cleaner.web.access.ring import KeyRing
from cleaner.web.access.tokens import Tokens
from cleaner.web.errors import Forbidden, RateLimited, Unauthenticated


class Caller(NamedTuple):
    """Who asks. scopes and origins: the key's own, or what is left of them in a token. token: whether it is one."""

    key: Key
    scopes: tuple[Scope, ...]
    origins: tuple[str, ...]
    token: bool


class Gate:
    def __init__(self, ring: KeyRing, tokens: Tokens, rates: Rates) -> None:
        self.ring, self.tokens, self._rates = ring, tokens, rates

    def identify(self, request: Request) -> Caller:
        """Raises Unauthenticated, KeyStoreError."""
        secret = _secret(request)
        if secret is None:
            raise Unauthenticated("send `Authorization: Bearer` and a key or token", _challenge(request, ""))
        caller = self._of_token(secret) if secret.startswith(tokens.PREFIX) else self._of_key(secret)
        if caller is None:
            refused = _challenge(request, ' error="invalid_token"')
            raise Unauthenticated("the key or token is not known, was revoked or has expired", refused)
        return caller

    def count(self, caller: Caller) -> Rate | None:
        """Counts the request. Raises RateLimited."""
        rate = self._rates.count(caller.key)
        if rate and not rate.allowed:
            told = {"Retry-After": str(rate.wait), **rates.headers(rate)}
            raise RateLimited(f"more than {caller.key.rate}", told)
        return rate

    def _of_key(self, secret: str) -> Caller | None:
        key = self.ring.by_secret(secret)
        return Caller(key, key.scopes, key.origins, token=False) if key else None

    def _of_token(self, token: str) -> Caller | None:
        """A token is worth no more than its key still is."""
        claims = self.tokens.read(token)
        key = self.ring.by_id(claims.key) if claims else None
        if claims is None or key is None or "tokens" not in key.scopes or claims.origin not in key.origins:
            return None
        return Caller(key, ("clean",), (claims.origin,), token=True)


def make_gate(settings: Settings) -> Gate | None:
    """None when keys are off. Raises KeyStoreError, OptionError."""
    if settings.keys is None:
        return None
    if settings.token_seconds > tokens.LONGEST:
        raise OptionError(f"CLEANER_TOKEN_SECONDS: {settings.token_seconds} is more than {tokens.LONGEST}")
    return Gate(KeyRing(settings.keys), Tokens(settings.token_secret), Rates(settings.rate_store))


def demand_scope(caller: Caller, scope: Scope) -> None:
    """Raises Forbidden."""
    if scope not in caller.scopes:
        told = {"WWW-Authenticate": f'Bearer realm="cleaner", error="insufficient_scope", scope="{scope}"'}
        raise Forbidden(f"this needs the scope {scope}", told)


def demand_origin(caller: Caller, request: Request) -> None:
    """A browser says where a script comes from; that must be on the key's list, or be the service's own page.

    A token was made for a browser, so it is refused where no origin is said. Raises Forbidden.
    """
    origin = request.headers.get("Origin")
    own_page = origin is None or _host(origin) == request.host
    if origin not in caller.origins and (caller.token or not own_page):
        raise Forbidden("the key or token is not for scripts of this origin")


def _host(origin: str) -> str:
    """Host and port of an origin; "" of what is none, as `http://[`."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _secret(request: Request) -> str | None:
    """From Bearer; or from Basic, whose password browsers ask people for on the pages for people."""
    given = request.authorization
    if given is None:
        return None
    return given.password if given.type == "basic" else given.token if given.type == "bearer" else None


def _challenge(request: Request, error: str) -> dict[str, str]:
    """Basic is not offered to programs, for whom a browser would ask its user."""
    scheme = "Bearer" if request.path.startswith(("/v1/", "/metrics")) else "Basic"
    return {"WWW-Authenticate": f'{scheme} realm="cleaner"' + (f",{error}" if scheme == "Bearer" and error else "")}
