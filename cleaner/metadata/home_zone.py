"""The clock that the press of a page's country keeps."""

from __future__ import annotations

from datetime import datetime, timezone, tzinfo
from zoneinfo import ZoneInfo

#: Countries with one clock for their press, by the last label of a host: the zone of the IANA time zone database.
_ZONES = {
    "at": "Europe/Vienna", "be": "Europe/Brussels", "bg": "Europe/Sofia", "ch": "Europe/Zurich", "cn": "Asia/Shanghai",
    "cz": "Europe/Prague", "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "ee": "Europe/Tallinn",
    "es": "Europe/Madrid", "fi": "Europe/Helsinki", "fr": "Europe/Paris", "gr": "Europe/Athens",
    "hk": "Asia/Hong_Kong", "hr": "Europe/Zagreb", "hu": "Europe/Budapest", "id": "Asia/Jakarta", "ie": "Europe/Dublin",
    "in": "Asia/Kolkata", "it": "Europe/Rome", "jp": "Asia/Tokyo", "kr": "Asia/Seoul", "lt": "Europe/Vilnius",
    "lu": "Europe/Luxembourg", "lv": "Europe/Riga", "nl": "Europe/Amsterdam", "no": "Europe/Oslo", "ph": "Asia/Manila",
    "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest", "se": "Europe/Stockholm",
    "sg": "Asia/Singapore", "si": "Europe/Ljubljana", "sk": "Europe/Bratislava", "th": "Asia/Bangkok",
    "tr": "Europe/Istanbul", "tw": "Asia/Taipei", "ua": "Europe/Kyiv", "uk": "Europe/London",
    "ae": "Asia/Dubai", "ar": "America/Argentina/Buenos_Aires", "bd": "Asia/Dhaka", "br": "America/Sao_Paulo",
    "by": "Europe/Minsk", "cl": "America/Santiago", "eg": "Africa/Cairo", "il": "Asia/Jerusalem",
    "ir": "Asia/Tehran", "is": "Atlantic/Reykjavik", "ke": "Africa/Nairobi", "lk": "Asia/Colombo",
    "my": "Asia/Kuala_Lumpur", "ng": "Africa/Lagos", "np": "Asia/Kathmandu", "nz": "Pacific/Auckland",
    "pe": "America/Lima", "pk": "Asia/Karachi", "rs": "Europe/Belgrade", "sa": "Asia/Riyadh",
    "uy": "America/Montevideo", "za": "Africa/Johannesburg",
}  # fmt: skip
#: Languages whose press is of one country, or of countries that share their clock.
_COUNTRY = {
    "cs": "cz", "da": "dk", "de": "de", "el": "gr", "fi": "fi", "hi": "in", "hu": "hu", "id": "id", "it": "it",
    "ja": "jp", "ko": "kr", "nb": "no", "nl": "nl", "no": "no", "pl": "pl", "ro": "ro", "sk": "sk", "sv": "se",
    "th": "th", "tr": "tr", "uk": "ua", "zh": "cn", "bg": "bg", "et": "ee", "fil": "ph", "he": "il", "hr": "hr",
    "is": "is", "kn": "in", "lt": "lt", "lv": "lv", "ml": "in", "mr": "in", "ms": "my", "sl": "si", "sr": "rs",
    "ta": "in", "te": "in", "tl": "ph",
}  # fmt: skip
_NO_COUNTRY = frozenset("eu tv io me co".split())  # two letters, and sold to everybody


def home_zone(host: str, language: str, when: datetime) -> tzinfo | None:
    """The zone of a local time: by the host's country, else by the language; None when that does not tell.

    A host under a country that is not listed here (".us", ".ru") tells nothing, and no language stands in for it.
    Of an hour that comes twice the first is meant.

    >>> str(home_zone("zeitung.de", "de", datetime(2026, 7, 1, 8)))
    'UTC+02:00'
    """
    end = host.rpartition(".")[2]
    country = end if len(end) == 2 and end not in _NO_COUNTRY else _COUNTRY.get(language, "")
    zone = _ZONES.get(country)
    offset = when.replace(tzinfo=ZoneInfo(zone)).utcoffset() if zone else None
    return timezone(offset) if offset is not None else None
