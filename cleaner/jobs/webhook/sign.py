"""Signatures of webhooks as Standard Webhooks 1.0 defines them (https://www.standardwebhooks.com).

HMAC-SHA256 over "id.timestamp.body": the body alone, as in GitHub's X-Hub-Signature-256, could be replayed at any
time; Stripe signs the time as well, and this scheme, which has libraries for receivers, the id too.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from cleaner.errors import OptionError

_LEAST_BYTES = 24


def secret_bytes(text: str) -> bytes:
    """The key of a secret as it is written: base64, usually behind "whsec_". Raises OptionError."""
    try:
        key = base64.b64decode(text.removeprefix("whsec_"), validate=True)
    except ValueError:
        key = b""
    if len(key) < _LEAST_BYTES:
        raise OptionError(f"CLEANER_WEBHOOK_SECRET must be base64 of at least {_LEAST_BYTES} bytes")
    return key


def signature(key: bytes, message_id: str, timestamp: int, body: bytes) -> str:
    """The value of one signature: "v1," and base64 of the HMAC."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def signed_headers(keys: tuple[bytes, ...], message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers of the standard; with several keys, while one replaces another, several signatures."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signature(key, message_id, timestamp, body) for key in keys),
    }
