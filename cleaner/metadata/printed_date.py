"""Dates written for readers, in the languages of the press. Never a guess: None when unsure."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from cleaner.metadata.calendar_words import DIGITS, MONTHS, VIETNAMESE_MONTHS, VIETNAMESE_WEEKDAYS, WEEKDAYS
from cleaner.metadata.moment import YEARS, Moment
from cleaner.metadata.printed_time import read_time
from cleaner.text import fold

_MAX_CHARS = 160
_BUDDHIST = 543  # years
_THAI = re.compile("[ก-๎]")
_MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_MONTH_WORDS = "|".join(sorted(VIETNAMESE_MONTHS, key=len, reverse=True))
_SLASHED = re.compile(  # 07/12/2023, 7.12.2023, 07-12-2023, 28.04.23
    # and where two elements touch: 14/11/202608:22, 14/11/20262 bình luận
    r"(?<![\d/.])(?P<d>\d{1,2})\s?(?P<sign>[./-])\s?(?P<m>\d{1,2})\s?(?P=sign)\s?(?P<y>(?:19|20)\d\d|\d\d)"
    r"(?:(?=\d\d:\d\d|\d{1,4} (?:bình luận|lượt))|(?![\d/]))"
)
_DATES = (
    # 2024-04-30, 2024/4/30, 2024.04.30, 2024年4月30日, 2024년 4월 30일
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[./年년-]\s?(?P<m>\d{1,2})\s?[./月월-]\s?(?P<d>\d{1,2})(?!\d)"),
    _SLASHED,
    # 2023 Jan 7, 2026. november 10.
    re.compile(rf"(?<!\d)(?P<y>(?:19|20)\d\d)[\s,.]+(?P<m>{_MONTH_NAME})\.?\s+(?P<d>\d{{1,2}})(?!\d)"),
    # ngày 7 tháng 12 năm 2023, 7 tháng mười hai, 2023
    re.compile(rf"(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}}|{_MONTH_WORDS})(?:\s+năm|,|/)?\s*(?P<y>\d{{4}})"),
    # 20 Th11, 2026; 20 Thg 11, 2026, as blog systems write it
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\s+th(?:g\s?)?(?P<m>\d{1,2}),?\s+(?P<y>\d{4})"),
    # 7 December 2023, 7. Dezember 2023, 7 de diciembre de 2023, 1st of May 2024, 7-Dec-2023, 7.dez.2023
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º)?[\s.-]+(?:of |de |d'|ב)?(?P<m>{_MONTH_NAME})(?!\w)[\s.,-]+"
        r"(?:de |del )?(?P<y>\d{4})"
    ),
    # November, 19/2026, as Viet Nam News prints it
    re.compile(rf"(?<![^\W\d_])(?P<m>{_MONTH_NAME}),\s+(?P<d>\d{{1,2}})/(?P<y>\d{{4}})"),
    # December 7, 2023; Dec. 7th 2023; Fri Apr 28 19:20:36 CEST 2023
    re.compile(
        rf"(?<![^\W\d_])(?P<m>{_MONTH_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?:,?\s+|\s+\d\d:\d\d:\d\d\s+[a-z]{3,4}\s+)(?P<y>\d{4})"
    ),
)
_WEEKDAY = re.compile(r"(?<!\w)(" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")(?!\w)")


def read_printed(text: str, month_first: bool = False) -> Moment | None:
    """The first whole date in a short text, with the time and zone printed beside it.

    Day before month, unless `month_first` (US English) or the numbers allow one order only. A printed
    weekday is a checksum: where it contradicts one order it decides for the other, else the text gives
    None; Vietnamese has one order only. Relative times ("2 giờ trước") give None.
    """
    if len(text) > _MAX_CHARS:
        return None
    folded = fold(text).translate(DIGITS)
    match = next((match for shape in _DATES if (match := shape.search(folded))), None)
    day = _day(match, folded, month_first) if match else None
    if match is None or day is None:
        return None
    time = read_time(f"{folded[: match.start()]} ; {folded[match.end() :]}", match[0])
    return Moment(_with_offset(datetime.combine(day, time)) if time else day, time is not None)


def _with_offset(when: datetime) -> datetime:
    """With the offset that the zone has on that day instead of the zone."""
    offset = when.utcoffset()
    return when if offset is None else when.replace(tzinfo=timezone(offset))


def _day(match: re.Match[str], text: str, month_first: bool) -> datetime | None:
    year, month, day = _year(match["y"], text), _month(match["m"]), int(match["d"])
    weekday = _WEEKDAY.search(text)
    orders = [(month, day)]
    if match.re is _SLASHED and not (weekday and weekday[1] in VIETNAMESE_WEEKDAYS):
        orders = [(day, month), (month, day)] if month_first else [(month, day), (day, month)]
    found = [when for when in (_date(year, *order) for order in orders) if when]
    if weekday:
        found = [when for when in found if when.weekday() == WEEKDAYS[weekday[1]]]
    return found[0] if found else None


def _year(number: str, text: str) -> int:
    """Of two digits in this century; Thai pages count from the Buddha's death, 543 years earlier."""
    year = int(number) + (2000 if len(number) == 2 else 0)
    return year - _BUDDHIST if year > _BUDDHIST + YEARS.start and _THAI.search(text) else year


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.get(text) or VIETNAMESE_MONTHS.get(text, 0)


def _date(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day) if year in YEARS else None
    except ValueError:
        return None
