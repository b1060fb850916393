"""Times of day and zones as they are printed beside a date."""

from __future__ import annotations

import re
from datetime import time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from cleaner.metadata.calendar_words import ZONES

_CLOCK = re.compile(
    r"(?<![\d:.,/-])(?P<h>[01]?\d|2[0-4])\s?(?:[:hg時时点點시]|h |giờ |\.(?=\d\d\s*(?:uhr|wib|wita|wit\b)))\s?"
    r"(?P<min>[0-5]\d|\d(?=['’′]))(?::(?P<s>[0-5]\d))?(?!\d|\s*min)['’′]?\s*(?P<half>[ap]\.?m\b\.?|sa\b|ch\b|chiều\b|tối\b|[صم](?!\w)|[πμ]\.?μ\b\.?)?"
)
#: A full stop between hours and minutes, right behind the date or behind a word for "at": "kl. 08.52", "alle 8.52".
_DOTTED = re.compile(
    r"(?:;[\s,|–-]*|(?<!\w)(?:kl\.?|klo|klokken|alle|ore|pukul|jam|om) ?)"
    r"(?P<h>[01]?\d|2[0-4])\.(?P<min>[0-5]\d)(?P<half>)(?![\d.])"
)
_HOUR = re.compile(r"(?<![\d:.,/-])(?P<h>\d{1,2})\s?(?P<half>[ap]\.?m\b)")
_AFTERNOON = re.compile(r"(?:오후|下午|午後)\s*$")
_OFFSET = re.compile(r"(?:gmt|utc)\s?([+-])\s?(\d{1,2})(?::?(\d\d))?|([+-](?=\d\d:?\d\d)|^\+)(\d\d)(?::?(\d\d))?(?!\d)")
_ZONE_NAME = re.compile(r"\b(" + "|".join(sorted(ZONES, key=len, reverse=True)) + r")\b")
#: Clocks of the United States, as they stand behind a time with AM or PM; the day says which offset they have.
_AMERICAN = re.compile(r"[\s(]*([ecmp])t\b")
_CITIES = {"e": "America/New_York", "c": "America/Chicago", "m": "America/Denver", "p": "America/Los_Angeles"}
_AM, _PM = frozenset(("am", "sa", "ص", "πμ")), frozenset(("pm", "ch", "chiều", "tối", "م", "μμ"))
_LARGEST = timedelta(hours=14)


def read_time(around: str, within: str) -> time | None:
    """The time of day in folded text, with its zone if one is stated behind it; None when there is none.

    around: what stands before and after the date. within: the date itself, where Java prints the time.
    A time in 24 hours keeps its hour also beside AM or PM ("17:09 PM", as CafeF prints it).
    """
    clock = _CLOCK.search(around) or _CLOCK.search(within) or _DOTTED.search(around) or _HOUR.search(around)
    if clock is None:
        return None
    parts = clock.groupdict()
    half = "pm" if _AFTERNOON.search(around[: clock.start()]) else (parts["half"] or "").replace(".", "")
    hour = _in_24(int(parts["h"]), half)
    if hour > 23:
        return None
    american = _AMERICAN.match(around, clock.end()) if half else None
    zone = ZoneInfo(_CITIES[american[1]]) if american else read_zone(f"{around[clock.end() :]} {within}")
    return time(hour, int(parts.get("min") or 0), int(parts.get("s") or 0), tzinfo=zone)


def read_zone(text: str) -> tzinfo | None:
    """The zone in folded text: an offset, or a name that means one offset only."""
    match = _OFFSET.search(text)
    if match:
        sign, hours, minutes = match.groups()[:3] if match[1] else match.groups()[3:]
        size = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(-size if sign == "-" else size) if size <= _LARGEST else None
    name = _ZONE_NAME.search(text)
    return ZONES[name[1]] if name else None


def _in_24(hour: int, half: str) -> int:
    """Vietnamese prints SA for AM and CH for PM, or the words for afternoon and evening; Arabic and Greek have letters
    of their own."""
    if half in _PM and hour < 12:
        return hour + 12
    return 0 if half in _AM and hour == 12 else hour
