"""When the story was published and last changed: declared dates first, printed ones next, never an invented one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from cleaner.metadata.announced import is_change
from cleaner.metadata.date_sources import (
    MODIFIED,
    PUBLISHED,
    DateReading,
    address_dates,
    declared_dates,
    headline_lines,
    printed_dates,
    selected_dates,
)
from cleaner.metadata.facts import Facts
from cleaner.metadata.home_zone import home_zone
from cleaner.metadata.moment import Moment
from cleaner.metadata.month_first import is_month_first
from cleaner.metadata.reading import judge
from cleaner.metadata.story_dates import story_dates
from cleaner.model import Candidate

#: Indochina Time has been +07:00 without summer time since 1975.
VIETNAM = timezone(timedelta(hours=7))
_NIGHT = timedelta(days=1)  # by which a declared day may differ from a printed one for its zone alone
_MAY_ADD_TIME = ("meta article:published_time", "meta datepublished", "rule ", "printed")


class Dates(NamedTuple):
    """Aware moments; `timed` says whether `published` has a time of day of the page's own."""

    published: datetime | None = None
    modified: datetime | None = None
    timed: bool = False
    published_from: tuple[Candidate, ...] = ()
    modified_from: tuple[Candidate, ...] = ()


def read_dates(facts: Facts, language: str) -> Dates:
    """Trust: JSON-LD, meta elements, selectors, printed lines, the date in the address's path.

    A time without a zone is Vietnam's on a Vietnamese page, else the zone that another date of the
    page states, else that of its country's press, else UTC. Vietnamese pages are given in Vietnam's
    time, all others as they state it.
    """
    month_first = is_month_first(facts)
    published = [
        *declared_dates(facts, "datePublished", PUBLISHED, month_first),
        *selected_dates(facts, "published", month_first),
    ]
    modified = [
        *declared_dates(facts, "dateModified", MODIFIED, month_first),
        *selected_dates(facts, "modified", month_first),
    ]
    printed = list(printed_dates(facts, month_first, _is_known(published)))
    if not (facts.is_text or _is_known(published) or _is_known(printed)):
        printed += story_dates(facts, month_first)
    changes = [reading for reading in printed if is_change(reading.raw)]
    published = _not_restamped(facts, published, modified, printed)
    published += [reading for reading in printed if reading not in changes]
    published += address_dates(facts)
    published += changes  # where a page prints its last change only, that is its date
    modified += changes
    chosen, changed = _with_time(published), _first(modified)
    clock = _Clock(facts, language, (*published, *modified))
    return Dates(
        clock.aware(chosen),
        clock.aware(changed),
        bool(chosen and chosen.timed),
        judge(published, chosen, _same_day),
        judge(modified, changed, _same_day),
    )


def _not_restamped(
    facts: Facts, declared: Sequence[DateReading], modified: Sequence[DateReading], printed: Sequence[DateReading]
) -> list[DateReading]:
    """Declared readings, rejected where they give a day that a CMS writes anew with every change.

    It shows by being the day of the change too, or a later one, while the headline's date line says an earlier one.
    """
    first, change = _first(declared), _first(modified)
    if not (first and change) or first.when.date() < change.when.date():
        return list(declared)
    near = headline_lines(facts)
    line = _first([reading for reading in printed if reading.raw in near])
    if line is None or line.when.date() >= first.when.date() - _NIGHT:
        return list(declared)
    reason = "the day of the last change, and an earlier one is printed"
    return [reading._replace(rejected=reason) if _same_day(reading.value, first) else reading for reading in declared]


class _Clock:
    """Gives the page's moments a zone."""

    def __init__(self, facts: Facts, language: str, readings: Sequence[DateReading]) -> None:
        stated_by = [reading.value for reading in readings if reading.value and not reading.rejected]
        moments = [moment.when for moment in stated_by if moment.timed]
        zones = (when.tzinfo for when in moments)
        stated = next((zone for zone in zones if zone not in (None, UTC)), None)
        self.host, self.language = facts.host, language
        self.vietnamese = language == "vi"
        self.zone: tzinfo | None = VIETNAM if self.vietnamese or facts.host.endswith(".vn") else stated
        self.local = {_minute(when) for when in moments if when.tzinfo is None}

    def aware(self, moment: Moment | None) -> datetime | None:
        if moment is None:
            return None
        when = moment.when
        if when.tzinfo is None:
            return when.replace(tzinfo=self.zone or home_zone(self.host, self.language, when) or UTC)
        if not self.vietnamese:
            return when
        # Some CMS write the local time and call it UTC; the printed clock tells.
        mislabelled = when.utcoffset() == timedelta(0) and _minute(when) in self.local
        return when.replace(tzinfo=VIETNAM) if mislabelled else when.astimezone(VIETNAM)


def _minute(when: datetime) -> str:
    return when.isoformat()[:16]


def _is_known(readings: Iterable[DateReading]) -> bool:
    return any(reading.value and not reading.rejected for reading in readings)


def _first(readings: Iterable[DateReading]) -> Moment | None:
    return next((reading.value for reading in readings if reading.value and not reading.rejected), None)


def _with_time(readings: Sequence[DateReading]) -> Moment | None:
    """The most trusted reading; where it gives the day only, one of the same day that has the time."""
    usable = [reading for reading in readings if reading.value and not reading.rejected]
    if not usable:
        return None
    first = usable[0].value
    if first is None or first.timed:
        return first
    timed = (reading.value for reading in usable if reading.source.startswith(_MAY_ADD_TIME))
    return next((other for other in timed if other and other.timed and other.when.date() == first.when.date()), first)


def _same_day(one: Moment | None, other: Moment | None) -> bool:
    return bool(one and other) and one.when.date() == other.when.date()  # type: ignore[union-attr]
