"""The parts of an address."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """The host of an address, lower-case, without "www." and port; "" when there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def path_of(url: str) -> str:
    """The path of an address without slashes at its ends, query and fragment.

    >>> path_of("https://example.vn/the-thao/tran-dau.html?x=1#top")
    'the-thao/tran-dau.html'
    """
    return url.partition("//")[2].partition("/")[2].partition("?")[0].partition("#")[0].strip("/")
