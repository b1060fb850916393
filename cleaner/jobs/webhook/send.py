"""One POST to one target: to addresses that were checked, and to nothing that the answer names."""

from __future__ import annotations

from collections.abc import Sequence

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from cleaner.jobs.webhook.policy import Target

_TIMEOUT = Timeout(connect=5, read=10)
#: Longer than a delivery can take, three addresses included.
LEASE_SECONDS = 60.0


def post(target: Target, addresses: Sequence[str], body: bytes, headers: dict[str, str]) -> int:
    """The status that the target answered with; redirects are not followed and the answer's body is not read.

    The connection goes to the address itself, while TLS and Host name the target: a name that resolves to
    something else by now changes nothing. The next address is tried where one cannot be connected to.
    Raises urllib3's HTTPError.
    """
    for address in addresses[:-1]:
        try:
            return _post(target, address, body, headers)
        except (NewConnectionError, ConnectTimeoutError):
            continue
    return _post(target, addresses[-1], body, headers)


def _post(target: Target, address: str, body: bytes, headers: dict[str, str]) -> int:
    with _pool(target, address) as pool:
        answer = pool.urlopen(
            "POST",
            target.path,
            body,
            {**headers, "Host": target.name},
            retries=False,
            redirect=False,
            preload_content=False,
        )
        answer.close()
        return answer.status


def _pool(target: Target, address: str) -> HTTPConnectionPool:
    if target.scheme == "http":
        return HTTPConnectionPool(address, target.port, timeout=_TIMEOUT)
    return HTTPSConnectionPool(
        address, target.port, timeout=_TIMEOUT, server_hostname=target.host, assert_hostname=target.host
    )
