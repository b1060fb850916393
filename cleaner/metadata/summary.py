"""What the page declares as the story's description, beside the lead that it prints."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.jsonld import plain_text
from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import key
from cleaner.metadata.reading import Found, Reading, judge
from cleaner.model import Role

_METAS = ("og:description", "description", "twitter:description", "sailthru.description", "dc.description")


def read_descriptions(facts: Facts) -> Found[tuple[str, ...]]:
    """All declared descriptions, each once; candidates compare them with the printed lead."""
    readings = list(_readings(facts))
    lead = " ".join(block.text for block in facts.printed.get(Role.SUMMARY, ())) or None
    if lead:
        readings.insert(0, Reading(lead, lead, "printed lead"))
    declared = dict.fromkeys(reading.value for reading in readings if reading.source != "printed lead")
    return Found(tuple(declared), judge(readings, lead, _overlap))


def _readings(facts: Facts) -> Iterator[Reading[str]]:
    seen: set[str] = set()
    for name, value in facts.metas(_METAS):
        if value not in seen:
            seen.add(value)
            yield Reading(value, value, f"meta {name}")
    for story in facts.stories[:1]:
        value = plain_text(story.get("description"))
        if value and value not in seen:
            yield Reading(value, value, "json-ld description")


def _overlap(declared: str, lead: str) -> bool:
    """Descriptions are often the lead cut short, or the lead without its dateline."""
    one, other = key(declared.rstrip(" .…")), key(lead)
    return bool(one) and (one in other or other in one)
