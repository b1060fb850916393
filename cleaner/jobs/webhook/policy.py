"""What the settings allow of webhooks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from cleaner.errors import OptionError
from cleaner.jobs.errors import WebhookRefused
from cleaner.jobs.webhook.sign import secret_bytes
from cleaner.settings import Settings

_PORTS = {"https": 443, "http": 80}
_URL = re.compile(r"[!-\[\]-~]{1,2000}")  # visible ASCII without the backslash, which some parsers read as "/"


@dataclass(frozen=True, slots=True)
class Target:
    """A callback address, taken apart once. path: with the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def name(self) -> str:
        """Host and port as the Host header has them (RFC 9110, section 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Webhooks:
    """hosts: who may be called; empty for nobody. private: plain http and private addresses are allowed too.

    delay: seconds before the second try, doubled with each.
    """

    hosts: tuple[str, ...]
    secrets: tuple[bytes, ...]
    private: bool
    tries: int
    delay: float

    @classmethod
    def of(cls, settings: Settings) -> Webhooks:
        """Raises OptionError for hosts without a secret, and for a secret that is none."""
        hosts = tuple(entry.strip().lower() for entry in settings.webhook_hosts.split(",") if entry.strip())
        secrets = tuple(secret_bytes(text) for text in settings.webhook_secret.split())
        if hosts and not secrets:
            raise OptionError("CLEANER_WEBHOOK_HOSTS is set, so CLEANER_WEBHOOK_SECRET must be")
        private = settings.webhook_networks == "private"
        return cls(hosts, secrets, private, settings.webhook_tries, settings.webhook_delay)

    def target(self, url: str) -> Target:
        """The target of an address that may be called. Raises WebhookRefused."""
        if not self.hosts:
            raise WebhookRefused("this service calls nobody: no hosts are allowed")
        found = _target(url)
        if found.scheme == "http" and not self.private:
            raise WebhookRefused("a callback must be https")
        if not any(_matches(found.name, entry) for entry in self.hosts):
            raise WebhookRefused(f"{found.name} is not among the hosts that this service calls")
        return found


def _target(url: str) -> Target:
    try:
        parts = urlsplit(url) if _URL.fullmatch(url) else None
        port = parts.port if parts else None
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise WebhookRefused("the callback is no https address of a host, path and query")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], path)


def _matches(name: str, entry: str) -> bool:
    """
    >>> _matches("hooks.example.org", "*.example.org"), _matches("example.org:8443", "example.org")
    (True, False)
    """
    return name == entry or (entry.startswith("*.") and name.endswith(entry[1:]))
