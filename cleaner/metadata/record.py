"""What the stage hands on: the article's fields, each with the candidates it was chosen from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cleaner.model import Author, Candidate


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields of an article as schema.org NewsArticle has them; None or () where the page gives none.

    descriptions: what the head declares as the story's description, the best first; not printed text.
    published, modified: aware; midnight when the page gives the day only (`timed` is then False).
    timed: whether `published` has a time of day of the page's own.
    dateline: outlet or place printed before the lead: "VOV.VN", "HÀ NỘI".
    robots: what the page asks of machines: "noarchive", "noai", "tdm-reservation".
    evidence: field name -> every candidate with its source and verdict.
    """

    title: str | None = None
    descriptions: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    agency: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    timed: bool = False
    section: str | None = None
    tags: tuple[str, ...] = ()
    site_name: str | None = None
    url: str | None = None
    language: str = "und"
    dateline: str | None = None
    robots: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
