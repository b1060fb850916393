"""The name of the publication, as it writes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.jsonld import plain_text
from cleaner.metadata.facts import Facts
from cleaner.metadata.hosts import host_of
from cleaner.metadata.keys import host_spelling, key
from cleaner.metadata.reading import Found, Reading, first_usable, settle
from cleaner.model import Role

_MAX_CHARS = 70
_MAX_PUBLISHERS = 4
_NAME_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_SPELLING_METAS = ("copyright", "author", "source")
_HANDLE = "twitter:site"
_NO_NAMES = frozenset("blog homepage home index website mysite wordpress newssite trangchủ untitled sitename".split())
_TITLE_END = re.compile(r"\s[|–—·•-]\s|\s?[|｜]\s?")
_OFFICIAL = re.compile(
    r"\s*(?:(?:trang|cổng) (?:thông tin|tin)(?: điện tử|(?! điện tử))|(?:báo|tạp chí) điện tử|website chính thức)\s+\w"
    r"|\s*(?:báo|tạp chí|đài)\s+\w[\w\s&]{3,40}\s(?:điện tử|online)\s*$",
    re.IGNORECASE,
)
#: What may stand behind the host's own label where the name opens the title element: "Báo Phú Yên Online - Headline".
_EDITION = re.compile(r"(?:online|dientu|news|vn|newspaper|daily|tv)?")
_LEAST_BLOG = 8  # letters of a blog's own label in its host
_SIGNS = " |–—·•-"
_ADDRESS = re.compile(r"https?:|^www\.|/")
_SECOND_LEVEL = frozenset("co com net org gov edu ac go or ne info news gob gouv".split())


def read_site_name(facts: Facts, publication: str = "") -> Found[str | None]:
    """Trust: a rule's selector, og:site_name and its like, JSON-LD publisher, the host spelled out, the host.

    publication: the name by which the rule packs know the outlet; it stands in for a mere host.
    """
    if facts.is_text:
        return settle(_text_readings(facts), _same)
    readings = list(_readings(facts))
    if first_usable(readings) is None:
        readings += _spelled_out(facts)
    if publication:
        readings.append(Reading(publication, publication, "rule pack"))
    if facts.host:
        readings.append(Reading(facts.host, facts.url, "host"))
    return settle(readings, _same)


def site_keys(facts: Facts) -> frozenset[str]:
    """Keys of every name that the page gives its site: none of them is a person."""
    names = [value for _, value in facts.metas((*_NAME_METAS, "twitter:site"), most=4)]
    names += [name for name, _ in _published_by(facts)]
    names += [facts.host, host_label(facts.host)]
    found = {key(name) for name in names}
    found |= {key(part) for name in names for part in _TITLE_END.split(name) if part != name}
    return frozenset(found - {""})


def host_label(host: str) -> str:
    """The name in a host: "news.tuoitre.com.vn" -> "tuoitre".

    >>> host_label("dantri.com.vn")
    'dantri'
    """
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else ""


def _readings(facts: Facts) -> Iterator[Reading[str]]:
    for hit in facts.hits.get("site_name", ()):
        yield Reading(hit.value, hit.value, f"rule {hit.rule_id}")
    yield from (_named(value, f"meta {name}") for name, value in facts.metas(_NAME_METAS[:1], most=2))
    yield from (_named(value, source) for value, source in _published_by(facts))
    others = (_named(value, f"meta {name}") for name, value in facts.metas(_NAME_METAS[1:]))
    yield from (_not_host(reading, facts.host) for reading in others)


def _not_host(reading: Reading[str], host: str) -> Reading[str]:
    return reading._replace(rejected="the host, not a name") if reading.value.casefold() == host else reading


def _named(value: str, source: str) -> Reading[str]:
    if _ADDRESS.search(value):
        return Reading(value, value, source, "an address, not a name")
    name = value.strip(_SIGNS)
    if len(name) > _MAX_CHARS:
        return Reading(value, value, source, "too long for a name")
    if key(name) in _NO_NAMES:
        return Reading(value, value, source, "what a template says, not a name")
    return Reading(name, value, source)


def _published_by(facts: Facts) -> Iterator[tuple[str, str]]:
    for story in facts.stories:
        for publisher in _listed(story.get("publisher")):
            if name := plain_text(publisher.get("name") if isinstance(publisher, dict) else publisher):
                yield name, "json-ld publisher.name"
    for site in (*facts.objects.get("WebSite", ()), *facts.objects.get("NewsMediaOrganization", ())):
        if name := plain_text(site.get("name")):
            yield name, "json-ld WebSite.name"


def _listed(value: object) -> list[object]:
    return value[:_MAX_PUBLISHERS] if isinstance(value, list) else [value]


def _spelled_out(facts: Facts) -> Iterator[Reading[str]]:
    """A declared text that is the host's own label, with its spaces and letters: "Dân Trí" for dantri.com.vn."""
    label = host_spelling(host_label(facts.host))  # "oude-waarden" is what "Oude Waarden" spells, too
    if not label:
        return
    yield from _spelled_metas(facts, label)
    first, *ends = _TITLE_END.split(facts.head.title)
    for part in ends:
        if _OFFICIAL.match(part):
            yield Reading(part.strip(), facts.head.title, "title element's end, an outlet's name")
        elif host_spelling(part).startswith(label):
            yield Reading(part.strip(), facts.head.title, "title element's end, spells the host")
    if ends and _EDITION.fullmatch(host_spelling(first).removeprefix(label)):
        yield Reading(first.strip(), facts.head.title, "title element's beginning, spells the host")
    if name := blog_name(facts):
        yield Reading(name, facts.head.title, "title element's beginning, spells the host's first label")
    for value in facts.meta(_HANDLE)[:1]:
        if value.lstrip("@").casefold() == host_label(facts.host):
            yield Reading(value.lstrip("@"), value, f"meta {_HANDLE}, spells the host")


def _spelled_metas(facts: Facts, label: str) -> Iterator[Reading[str]]:
    for name, value in facts.metas(_SPELLING_METAS):
        if host_spelling(value) in (label, facts.host.replace(".", "")):
            yield Reading(value, value, f"meta {name}, spells the host")


def blog_name(facts: Facts) -> str:
    """What the title element says before a colon, where the first label of the host is the same letters.

    Blogs of a provider are named there: "Slow Ferries: The last boat" on slowferries.example.com.
    """
    name, _, headline = facts.head.title.partition(": ")
    blog = host_spelling(facts.host.partition(".")[0])
    return name.strip() if headline and len(blog) >= _LEAST_BLOG and host_spelling(name) == blog else ""


def _text_readings(facts: Facts) -> Iterator[Reading[str]]:
    """A text page: an outlet printed in the byline or before the lead, if the printed address bears it out."""
    addresses = [
        word for block in facts.printed.get(Role.SOURCE_URL, ()) for word in block.text.split() if "://" in word
    ]
    hosts = [host for host in (facts.host, *map(host_of, addresses)) if host]
    labels = {host_label(host) for host in hosts} | {host.replace(".", "") for host in hosts}
    for role in (Role.BYLINE, Role.AGENCY_SOURCE, Role.SUMMARY):
        for block in facts.printed.get(role, ())[:4]:
            for word in re.split(r"[\s/()]+", block.text[:80]):
                if host_spelling(word) in labels:
                    yield Reading(word, block.text, f"printed, block {block.index}, spells the host")
    if facts.document.page.url and facts.host:
        yield Reading(facts.host, facts.url, "host")


def _same(one: str, other: str) -> bool:
    return key(one) == key(other)
