"""The clock of a page's country."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cleaner.metadata.home_zone import home_zone


def hours(host: str, language: str, when: str) -> float | None:
    moment = datetime.fromisoformat(when)
    zone = home_zone(host, language, moment)
    offset = zone.utcoffset(moment) if zone else None
    return offset / timedelta(hours=1) if offset is not None else None


@pytest.mark.parametrize(
    ("host", "language", "when", "wanted"),
    [
        ("zeitung.example.de", "de", "2026-03-07T08:52", 1),
        ("zeitung.example.de", "de", "2026-03-29T01:59", 1),
        ("zeitung.example.de", "de", "2026-03-29T03:00", 2),
        ("zeitung.example.de", "de", "2026-10-25T02:30", 2),
        ("zeitung.example.de", "de", "2026-10-25T03:00", 1),
        ("paper.example.co.uk", "en", "2026-07-01T08:00", 1),
        ("journal.example.fr", "fr", "2026-07-01T08:00", 2),
        ("shimbun.example.com", "ja", "2026-07-01T08:00", 9),
        ("samachar.example.in", "hi", "2026-07-01T08:00", 5.5),
        ("", "pl", "2026-01-01T08:00", 1),
        ("gazete.example.com.tr", "tr", "2012-01-01T08:00", 2),
        ("gazete.example.com.tr", "tr", "2026-01-01T08:00", 3),
        ("jornal.example.com.br", "pt", "2026-11-10T08:00", -3),
        ("iton.example.com", "he", "2026-07-01T08:00", 3),
        ("malar.example.com", "ta", "2026-07-01T08:00", 5.5),
    ],
)
def test_country_of_the_host_else_of_the_language(host: str, language: str, when: str, wanted: float) -> None:
    assert hours(host, language, when) == wanted


@pytest.mark.parametrize(
    ("host", "language", "when"),
    [
        ("paper.example.com", "en", "2026-07-01T08:00"),
        ("journal.example.com", "fr", "2026-07-01T08:00"),
        ("zeitung.example.us", "de", "2026-07-01T08:00"),
    ],
)
def test_nothing_is_guessed(host: str, language: str, when: str) -> None:
    assert hours(host, language, when) is None
