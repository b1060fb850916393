"""Dates written for machines: ISO 8601 and its near misses, Unix time, what Java and mail programs print."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from cleaner.metadata.moment import YEARS, Moment
from cleaner.metadata.printed_date import read_printed

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}T\d{4}")
_BARE_HOUR = re.compile(r"([+-]\d{2})$")
_FRACTION = re.compile(r"\.(\d{1,9})")
_SPACED_ZONE = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$)|\s+(?=Z$)")
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")


def read_machine(text: str, month_first: bool = False) -> Moment | None:
    """ISO 8601 and its near misses, Unix seconds or milliseconds, any form that readers can read too.

    Formats: https://www.w3.org/TR/NOTE-datetime, RFC 5322 section 3.3. None for what is no date.
    month_first: as for `read_printed`.
    """
    text = text.strip()
    if _ISO.match(text):
        return _iso(text)
    if _STAMP.fullmatch(text):
        return Moment(datetime.fromtimestamp(int(text[:10]), UTC), True)
    return read_printed(text, month_first)


def _iso(text: str) -> Moment | None:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return _mended_iso(text)
    return Moment(when, len(text) > 10) if when.year in YEARS else None


def _mended_iso(text: str) -> Moment | None:
    """Odd fractions, a space before the zone, a zone of hours only; what stands before a second date."""
    text = _SPACED_ZONE.sub("", text)
    text = _FRACTION.sub(lambda match: "." + match[1][:6].ljust(6, "0"), text, count=1)
    if len(text) > 13 and _BARE_HOUR.search(text[11:]):
        text += ":00"
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return read_printed(text)
    return Moment(when, len(text) > 10) if when.year in YEARS else None
