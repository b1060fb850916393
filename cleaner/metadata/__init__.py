"""What is said of the story: by the head of the page, by its markup, by its judged blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cleaner.metadata.address import read_url
from cleaner.metadata.agency import read_agency
from cleaner.metadata.authors import read_authors
from cleaner.metadata.dateline import read_dateline
from cleaner.metadata.dates import read_dates
from cleaner.metadata.facts import gather
from cleaner.metadata.keys import key
from cleaner.metadata.language import detect_language, read_language
from cleaner.metadata.mixture import mixture, mixture_warning
from cleaner.metadata.published_day import published_day
from cleaner.metadata.record import Metadata
from cleaner.metadata.robots import read_robots
from cleaner.metadata.section import read_section
from cleaner.metadata.site import blog_name, read_site_name, site_keys
from cleaner.metadata.summary import read_descriptions
from cleaner.metadata.tags import read_tags
from cleaner.metadata.title import read_title
from cleaner.model import Document, Verdict

__all__ = ["Metadata", "detect_language", "mixture", "mixture_warning", "outlet_keys", "published_day", "read_metadata"]


def read_metadata(
    document: Document,
    verdicts: tuple[Verdict, ...] = (),
    outlets: Collection[str] = frozenset(),
    publication: str = "",
) -> Metadata:
    """All fields of a page, each with its evidence.

    verdicts: one for each block; () reads head, selector hits and markup only. outlets: keys of press
    names beyond those that show by their form, see `outlet_keys`. publication: the name that the rule
    packs have for this site, "" when none.
    """
    facts = gather(document, verdicts)
    names = site_keys(facts)
    language = read_language(facts)
    title = read_title(facts, names | {key(blog_name(facts))} - {""})
    authors = read_authors(facts, names, language.value, outlets)
    dateline = read_dateline(facts, names, outlets)
    agency = read_agency(facts, authors.value, dateline.value, language.value, outlets, names)
    dates = read_dates(facts, language.value)
    section = read_section(facts, title.value, names)
    tags = read_tags(facts, title.value, section.value, names)
    site_name = read_site_name(facts, publication)
    url = read_url(facts)
    descriptions = read_descriptions(facts)
    robots = read_robots(facts)
    return Metadata(
        title=title.value,
        descriptions=descriptions.value,
        authors=authors.value,
        agency=agency.value,
        published=dates.published,
        modified=dates.modified,
        timed=dates.timed,
        section=section.value,
        tags=tags.value,
        site_name=site_name.value,
        url=url.value,
        language=language.value,
        dateline=dateline.value,
        robots=robots.value,
        evidence={
            "title": title.candidates,
            "authors": authors.candidates,
            "agency": agency.candidates,
            "published": dates.published_from,
            "modified": dates.modified_from,
            "section": section.candidates,
            "tags": tags.candidates,
            "site_name": site_name.candidates,
            "url": url.candidates,
            "language": language.candidates,
            "dateline": dateline.candidates,
            "robots": robots.candidates,
            "summary": descriptions.candidates,
        },
    )


def outlet_keys(names: Iterable[str]) -> frozenset[str]:
    """Names of outlets (of packs: site names, dateline prefixes) in the form that `read_metadata` compares."""
    return frozenset(key(name) for name in names) - {""}
