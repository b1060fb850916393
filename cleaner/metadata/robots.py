"""What the page asks of machines that keep, index or learn from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.metadata.facts import Facts
from cleaner.metadata.reading import Found
from cleaner.model import Candidate

_MINING = "tdm-reservation"
_MOST, _MAX_CHARS = 20, 40


class _Asked(NamedTuple):
    raw: str
    source: str
    flags: tuple[str, ...]


def read_robots(facts: Facts) -> Found[tuple[str, ...]]:
    """The restrictions of `meta name=robots` ("noarchive", "noai", "none", ...) and "tdm-reservation" where text and
    data mining is reserved (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/), lower-case.

    What only allows ("index", "max-snippet:-1") is no flag. Nothing is done about a flag: it is for who keeps the page.
    """
    asked = list(_asked(facts))
    flags = dict.fromkeys(flag for entry in asked for flag in entry.flags)
    verdicts = (
        Candidate(entry.raw, entry.source, "chosen" if entry.flags else "rejected: no restriction") for entry in asked
    )
    return Found(tuple(flags)[:_MOST], tuple(verdicts))


def _asked(facts: Facts) -> Iterator[_Asked]:
    for value in facts.meta("robots")[:_MOST]:
        words = (word.strip().lower() for word in value.split(","))
        flags = tuple(word for word in words if word.startswith("no") and word.isalpha() and len(word) <= _MAX_CHARS)
        yield _Asked(value, "meta robots", flags)
    for value in facts.meta(_MINING)[:1]:
        yield _Asked(value, f"meta {_MINING}", (_MINING,) if value == "1" else ())
