"""The clock that the press of a page's country keeps."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo

#: Countries that keep the European Union's summer time (Directive 2000/84/EC), by their hours in winter.
_EUROPEAN = {
    **dict.fromkeys(("uk", "ie", "pt"), 0),
    **dict.fromkeys("at be ch cz de dk es fr hr hu it lu nl no pl se si sk".split(), 1),
    **dict.fromkeys("bg ee fi gr lt lv ro ua".split(), 2),
}
#: Countries without summer time: hours, and the first whole year that this is true of.
_FIXED = {
    "jp": (9.0, 1980), "kr": (9.0, 1989), "cn": (8.0, 1992), "tw": (8.0, 1980), "hk": (8.0, 1980), "sg": (8.0, 1983),
    "ph": (8.0, 1991), "id": (7.0, 1988), "th": (7.0, 1980), "in": (5.5, 1980), "tr": (3.0, 2017),
}  # fmt: skip
#: Languages whose press is of one country, or of countries that share their clock.
_COUNTRY = {
    "cs": "cz", "da": "dk", "de": "de", "el": "gr", "fi": "fi", "hi": "in", "hu": "hu", "id": "id", "it": "it",
    "ja": "jp", "ko": "kr", "nb": "no", "nl": "nl", "no": "no", "pl": "pl", "ro": "ro", "sk": "sk", "sv": "se",
    "th": "th", "tr": "tr", "uk": "ua", "zh": "cn",
}  # fmt: skip
_COMMON_SUMMER = 1996  # the year since which all of the Union ends its summer time in October


def home_zone(host: str, language: str, when: datetime) -> tzinfo | None:
    """The zone of a local time: by the host's country, else by the language; None when that does not tell.

    A host under a country that is not listed here (".us", ".ru") tells nothing, and no language stands in for it.

    >>> str(home_zone("zeitung.de", "de", datetime(2026, 7, 1, 8)))
    'UTC+02:00'
    """
    end = host.rpartition(".")[2]
    country = end if len(end) == 2 and end not in ("eu", "tv", "io", "me", "co") else _COUNTRY.get(language, "")
    if country in _EUROPEAN and when.year >= _COMMON_SUMMER:
        return timezone(timedelta(hours=_EUROPEAN[country] + _is_summer(when, _EUROPEAN[country])))
    hours, since = _FIXED.get(country, (0.0, 9999))
    return timezone(timedelta(hours=hours)) if when.year >= since else None


def _is_summer(local: datetime, winter: int) -> bool:
    """From the last Sunday of March to that of October, both at 01:00 UTC; the hour that comes twice is summer's."""
    start = _last_sunday(local.year, 3) + timedelta(hours=1 + winter)
    end = _last_sunday(local.year, 10) + timedelta(hours=2 + winter)
    return start <= local.replace(tzinfo=None) < end


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
