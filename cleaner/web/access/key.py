"""An API key as the store keeps it, and how one is made."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

import limits

from cleaner.errors import OptionError
from cleaner.web.schema import Sparse

Scope = Literal["clean", "rules", "jobs", "corrections", "tokens", "metrics"]
SCOPES: tuple[Scope, ...] = get_args(Scope)

#: Opens every key, so that scanners for leaked secrets can know one.
PREFIX = "ck_"
_SECRET_BYTES = 32
#: As browsers send it (https://www.rfc-editor.org/rfc/rfc6454#section-6.2): lower case, no path, never "null".
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:.]+\](:\d{1,5})?")
_NAME = re.compile(r"[\w.@ -]{1,64}")


@dataclass(frozen=True, slots=True)
class Key(Sparse):
    """id: public, for logs and rate counters. hash: see `hashed`. rate: as "600/minute"; None for no bound."""

    id: str
    name: str
    hash: str
    scopes: tuple[Scope, ...]
    created: datetime
    origins: tuple[str, ...] = ()
    rate: str | None = None
    revoked: datetime | None = None


def new_key(
    name: str, scopes: Sequence[str], origins: Sequence[str], rate: str | None, now: datetime
) -> tuple[Key, str]:
    """A key and its secret, which is nowhere else. Raises OptionError for what no key can have."""
    secret = PREFIX + secrets.token_urlsafe(_SECRET_BYTES)
    if not _NAME.fullmatch(name):
        raise OptionError("a key's name has 1 to 64 letters, digits, blanks or any of ._@-")
    if not scopes:
        raise OptionError(f"a key needs a scope; there are {', '.join(SCOPES)}")
    if unknown := sorted(set(scopes) - set(SCOPES)):
        raise OptionError(f"unknown scope {unknown[0]!r}; there are {', '.join(SCOPES)}")
    chosen = tuple(scope for scope in SCOPES if scope in scopes)
    checked = tuple(checked_origin(origin) for origin in dict.fromkeys(origins))
    return Key(secrets.token_hex(4), name, hashed(secret), chosen, now, checked, checked_rate(rate)), secret


def hashed(secret: str) -> str:
    """What is stored of a secret: its SHA-256, in hex.

    A slow password hash guards guessable words. These secrets are 256 random bits: nobody tries them all,
    whatever one try costs, and each request must be checked.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


def checked_origin(origin: str) -> str:
    """Raises OptionError for anything but a scheme, a host and perhaps a port: so never for `*` or `null`."""
    if not _ORIGIN.fullmatch(origin):
        raise OptionError(f"{origin!r} is not an origin such as https://cms.example.vn")
    return origin


def checked_rate(rate: str | None) -> str | None:
    """Raises OptionError for what is not one number in a span of time: of several only one would count."""
    if rate is not None and not _is_rate(rate):
        raise OptionError(f"{rate!r} is not one rate such as 10/second or 600/minute")
    return rate


def _is_rate(text: str) -> bool:
    try:
        found = limits.parse_many(text)
    except ValueError:
        return False
    return len(found) == 1 and found[0].amount > 0
