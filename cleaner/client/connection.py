"""What both clients have in common before anything is sent."""

from __future__ import annotations

from typing import Any

import httpx2

from cleaner.version import __version__

#: A page may wait and be cleaned for half a minute (`CLEANER_QUEUE_SECONDS`, `CLEANER_PAGE_SECONDS`).
TIMEOUT = 60.0


def options(url: str, key: str | None, timeout: float) -> dict[str, Any]:
    """What httpx2's clients are made with. Raises ValueError for an address that is not of HTTP."""
    if httpx2.URL(url).scheme not in ("http", "https"):
        raise ValueError(f"{url!r} is not the address of a service; it begins with http:// or https://")
    headers = {"User-Agent": f"cleaner-client/{__version__}"}
    if key:
        headers["Authorization"] = f"Bearer {key.strip()}"  # out of a file it ends with a line end
    return {"base_url": url, "headers": headers, "timeout": timeout}
