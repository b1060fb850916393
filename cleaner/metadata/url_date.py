"""Dates that an address carries."""

from __future__ import annotations

import re
from datetime import datetime

from cleaner.metadata.calendar_words import MONTHS
from cleaner.metadata.moment import Moment

_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_NAMED_PATH = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])(?=/|$)", re.IGNORECASE)
_ID = re.compile(
    r"-(?:\d{2,3})??((?:20)?\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)\d{2,6}\.\w+$"
)


def path_date(url: str) -> Moment | None:
    """The day in an address such as /2025/09/04/..., which publishers set at publication.

    >>> path_date("https://example.org/news/2025/09/04/flood").when.isoformat()
    '2025-09-04T00:00:00'
    >>> path_date("https://example.org/news/2025/sep/04/flood").when.isoformat()
    '2025-09-04T00:00:00'
    """
    match = _PATH.search(url)
    return _moment(match.groups(), timed=False) if match else _named_month(url)


def _named_month(url: str) -> Moment | None:
    match = _NAMED_PATH.search(url)
    month = MONTHS.get(match[2].lower()) if match else None
    return _moment((match[1], str(month), match[3]), timed=False) if match and month else None


def id_stamp(url: str) -> Moment | None:
    """The moment in an article number such as ...-20231207153012345.htm (VCCorp and Dân trí CMS).

    >>> id_stamp("https://example.vn/mua-lon-20231207153012345.htm").when.isoformat()
    '2023-12-07T15:30:12'
    """
    match = _ID.search(url)
    return _moment(match.groups(), timed=True) if match else None


def _moment(parts: tuple[str, ...], timed: bool) -> Moment | None:
    year, *rest = map(int, parts)
    try:
        return Moment(datetime(year + (2000 if year < 100 else 0), *rest), timed)  # type: ignore[arg-type]
    except ValueError:
        return None
