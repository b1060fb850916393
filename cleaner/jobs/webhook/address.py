"""Which network addresses a webhook may reach."""

from __future__ import annotations

import ipaddress
import socket

from cleaner.jobs.errors import WebhookRefused

#: All of global unicast, RFC 4291 section 2.4 as IANA assigns it; outside of it lie link-local, unique local,
#: multicast, and 64:ff9b::/96, behind which stands any IPv4 address (NAT64).
_UNICAST6 = ipaddress.ip_network("2000::/3")
_6TO4 = ipaddress.ip_network("2002::/16")  # an IPv4 address inside as well
_MOST = 3


def addresses_of(host: str, port: int, private: bool) -> tuple[str, ...]:
    """The addresses that a name resolves to now, at most three; connect to these and resolve no second time.

    private: also allow private, loopback and link-local ones. Raises WebhookRefused when one of them is not
    allowed (all must be: a name with two faces is no mistake) or there are none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise WebhookRefused(f"{host} has no address") from None
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private and not all(is_public(address) for address in addresses):
        raise WebhookRefused(f"{host} has an address that is not public")
    return addresses[:_MOST]


def is_public(address: str) -> bool:
    """Whether an address is of the public internet.

    >>> [is_public(a) for a in ("93.184.215.14", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        return ip.is_global and ip in _UNICAST6 and ip not in _6TO4
    return ip.is_global and not ip.is_multicast
