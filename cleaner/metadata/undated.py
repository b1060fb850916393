"""Bylines without the date that stands on the same line."""

from __future__ import annotations

import re

from cleaner.metadata.calendar_words import MONTHS, WEEKDAYS
from cleaner.metadata.printed_date import read_printed

_MONTH = "|".join(sorted((name for name in MONTHS if len(name) > 2), key=len, reverse=True))
_WEEKDAY = "|".join(sorted((name for name in WEEKDAYS if len(name) > 5), key=len, reverse=True))
_ON = r"\b(?:(?:on|le|el|am) )?"
_DAY = (  # with the month in words, or with all three numbers
    rf"(?:{_WEEKDAY})?,? ?(?:(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"|\d{{1,2}}\.?(?:st|nd|rd|th)? (?:de )?(?:{_MONTH})\b"
    r"|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)|(?<!\d)\d{4}[-./年년]\d)"
)
_SIGN = r"[\s|,·•●⋅–-]"
_DATED = re.compile(
    rf"(?<!{_SIGN}){_SIGN}*(?:\b(?:(?:last )?(?:published|updated|posted):? )?{_ON}{_DAY}|\b\d{{1,2}}[ -]min\b).*$",
    re.DOTALL | re.IGNORECASE,
)
_LATER = re.compile(  # a date or time behind the names, with what announces it; a run of signs is tried once
    rf"(?<!{_SIGN}){_SIGN}*"
    r"(?:\b(?:(?:last )?(?:published|updated|posted)|veröffentlicht|aktualisiert|stand|publié|mis à jour"
    r"|publicad[oa]|a(?:c?t)ualizad[oa]|pubblicato|aggiornato|gepubliceerd|bijgewerkt|opublikowano|aktualizacja"
    r"|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|yayınlanma|güncelleme|опубликовано|обновлено"
    r"|diterbitkan|senin|selasa|rabu|kamis|jumat|sabtu|minggu|입력|수정|등록|发布|發布|更新|公開|配信|نشر|प्रकाशित)"
    r"(?: (?:on|am|le|el|em|il|op|den|في))?[:：,]?\s*)?"
    rf"(?:(?<!\d)(?:\d{{4}}\s?[-./年년]|\d{{1,2}}[.:/ ])|{_ON}{_DAY}).*$",
    re.DOTALL | re.IGNORECASE,
)
_BY = re.compile(r"(?<![^\s|•·⋅●])(?:By|BY) (?=[A-Z])")
_READING = re.compile(r"\d+[ -]min")
_DIGIT = re.compile(r"\d")
_MAX_BEFORE = 60
_MAX_CHARS = 400  # of a line that can be a byline


def without_date(text: str) -> str:
    """The text up to a date or how long it takes to read; numbers of names stay: "France 24".

    >>> without_date("Ann Lee | November 3, 2025"), without_date("Ann Lee on Friday, 3 May 2025")
    ('Ann Lee', 'Ann Lee')
    """
    return _DATED.sub("", text) if _may_be_dated(text) else text


def without_time(text: str) -> str:
    """A printed line up to anything that may begin a date or a time.

    >>> without_time("Ann Lee, Paris 05.08.2024, 20:59"), without_time("Ann Lee 8:15 AM")
    ('Ann Lee, Paris', 'Ann Lee')
    """
    return _LATER.sub("", text) if _may_be_dated(text) else text


def behind_date(text: str) -> str:
    """The byline behind a date or the time that reading takes; the text itself where there is none.

    >>> behind_date("May 18, 2023 By Ann Lee"), behind_date("Dinner By Ann Lee")
    ('By Ann Lee', 'Dinner By Ann Lee')
    """
    match = _BY.search(text, 1, _MAX_BEFORE) if _DIGIT.search(text, 0, _MAX_BEFORE) else None
    before = text[: match.start()] if match else ""
    return text[match.start() :] if match and (_READING.search(before) or read_printed(before)) else text


def _may_be_dated(text: str) -> bool:
    return len(text) <= _MAX_CHARS and _DIGIT.search(text) is not None
