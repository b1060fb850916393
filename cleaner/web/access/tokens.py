"""Short-lived signed tokens, which a newsroom's server fetches for the browsers of its editors."""

from __future__ import annotations

import secrets
import time
from typing import NamedTuple

from itsdangerous import BadData, URLSafeSerializer

from cleaner.web.access.key import Key

PREFIX = "ct_"
#: No token is good for longer, in seconds.
LONGEST = 3600
_SALT = "cleaner.token"


class Claims(NamedTuple):
    """key: id of the key that asked for the token. expires: seconds since 1970."""

    key: str
    origin: str
    expires: int


class Tokens:
    """Signs with HMAC; the token is not stored anywhere."""

    def __init__(self, secret: str) -> None:
        """secret: "" for a random one, which is shared by the server processes forked from this one."""
        self._serializer = URLSafeSerializer(secret or secrets.token_hex(32), salt=_SALT)

    def issue(self, key: Key, origin: str, seconds: int) -> tuple[str, int]:
        """The token, and when it expires in seconds since 1970."""
        expires = int(time.time()) + seconds
        signed = self._serializer.dumps([key.id, origin, expires])
        return PREFIX + (signed.decode() if isinstance(signed, bytes) else signed), expires

    def read(self, token: str) -> Claims | None:
        """What a token says; None when it is not one of ours or is no longer good."""
        try:
            claims = Claims(*self._serializer.loads(token.removeprefix(PREFIX)))
        except BadData:
            return None
        return claims if claims.expires > time.time() else None
