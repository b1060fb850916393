"""The address under which the story stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from cleaner.jsonld import address_of
from cleaner.metadata.facts import Facts
from cleaner.metadata.hosts import host_of, path_of
from cleaner.metadata.reading import Found, Reading, settle
from cleaner.metadata.tracking import without_tracking
from cleaner.model import Role

_HTTP = ("http://", "https://")
_AROUND = re.compile(r"^https?://(www\.)?|[?#].*$")
_PRINTED = re.compile(r"https?://[^\s<>\"'“”]+")


def read_url(facts: Facts) -> Found[str | None]:
    """Trust: a printed source line (text pages), canonical link, og:url, JSON-LD, the sender's label.

    Parameters that only track readers are left out; the raw values keep them.
    """
    readings = (reading._replace(value=without_tracking(reading.value)) for reading in _readings(facts))
    return settle(readings, lambda one, other: one == other or _plain(one) == _plain(other))


def _readings(facts: Facts) -> Iterator[Reading[str]]:
    for block in facts.printed.get(Role.SOURCE_URL, ()):
        for match in _PRINTED.findall(block.text):
            yield Reading(match.rstrip(".,;)]"), block.text, f"printed, block {block.index}")
    for value in facts.head.links.get("canonical", ()):
        yield _checked(value, facts, "link canonical")
    for value in facts.meta("og:url"):
        yield _checked(value, facts, "meta og:url")
    for story in facts.stories[:1]:
        for name in ("mainEntityOfPage", "url"):
            if value := address_of(story.get(name)):
                yield _checked(value, facts, f"json-ld {name}")
    if facts.document.page.url:
        yield _checked(facts.document.page.url, facts, "sender")


def _checked(value: str, facts: Facts, source: str) -> Reading[str]:
    """An absolute http address; a home page's address on a page that has a path is a template's mistake."""
    label = facts.document.page.url or ""
    try:
        url = value if value.startswith(_HTTP) else urljoin(label, value)
    except ValueError:
        return Reading(value, value, source, "not an address")
    if not url.startswith(_HTTP) or not host_of(url):
        return Reading(url, value, source, "not an http address")
    if not path_of(url) and path_of(label):
        return Reading(url, value, source, "the home page's address")
    return Reading(url, value, source)


def _plain(url: str) -> str:
    """Without scheme, query, fragment and final slash: what two addresses of one page share."""
    return _AROUND.sub("", url).rstrip("/")
