"""Parameters of an address that say where its reader came from, and nothing of the page."""

from __future__ import annotations

import re

#: Left behind by campaigns, mail programs, and the clicks that networks count (`zarsrc` is Zalo's).
_TRACKING = re.compile(
    r"(?:utm_\w+|(?:fb|g|dc|y|tw|tt)clid|msclkid|gclsrc|[gw]braid|igshid|igsh|_g[al]|_hsenc|_hsmi|mc_[ce]id|mkt_tok|"
    r"zarsrc)(?:=.*)?",
    re.IGNORECASE,
)


def without_tracking(url: str) -> str:
    """The address without such parameters; every other letter stays as it was.

    >>> without_tracking("https://example.vn/cau.html?id=5&utm_source=fb&fbclid=x#anh")
    'https://example.vn/cau.html?id=5#anh'
    """
    address, mark, fragment = url.partition("#")
    path, asked, query = address.partition("?")
    given = query.split("&")
    kept = [part for part in given if not _TRACKING.fullmatch(part)]
    if len(kept) == len(given):
        return url
    return path + asked * bool(kept) + "&".join(kept) + mark + fragment
