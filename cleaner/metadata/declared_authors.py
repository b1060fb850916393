"""Authors that the head declares: JSON-LD and meta elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cleaner.jsonld import plain_text, types
from cleaner.metadata.byline import Line, Reader, gathered
from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import key
from cleaner.metadata.names import is_institution, people
from cleaner.metadata.outlets import AGENCIES
from cleaner.model import Author

_METAS = (
    "author", "article:author", "article:author_name", "articleauthor", "byl", "parsely-author", "sailthru.author",
    "cxenseparse:author", "og:author", "article:byline", "mrf:authors", "byline", "news:author", "dcterms.creator",
)  # fmt: skip
_INVERTED = ("dc.creator", "citation_author")  # "Lee, Ann", one name in each element
_FAMILY_FIRST = frozenset(("hu", "vi"))  # languages in which a name begins with the family's
_MAX_LISTED = 40


def declared_lines(facts: Facts, read: Reader, language: str) -> Iterator[Line]:
    """What JSON-LD and then meta elements say, a line for each place."""
    for story in facts.stories[:3]:
        yield from _of_story(story, read, language in _FAMILY_FIRST)
    for name in _METAS:
        if values := facts.meta(name):
            yield gathered(read, values, f"meta {name}")._replace(weak=any(map(is_institution, values)))
    for name in _INVERTED:
        if values := facts.meta(name):
            yield gathered(people, tuple(map(_turned, values)), f"meta {name}")


def _of_story(story: Mapping[str, Any], read: Reader, family_first: bool) -> Iterator[Line]:
    value = story.get("author") or story.get("creator")
    entries = (value if isinstance(value, list) else [value])[:_MAX_LISTED]
    named = [(name, _is_organization(entry)) for entry in entries if (name := _name(entry, family_first))]
    for name, organized in named:
        if organized:
            yield Line((Author(name),), name, "json-ld author", weak=True)
    if not all(organized for _, organized in named):  # an agency signs beside people
        signed = [name for name, organized in named if not organized or key(name) in AGENCIES]
        yield gathered(read, signed, "json-ld author")


def _is_organization(entry: object) -> bool:
    return isinstance(entry, dict) and any(kind.endswith("Organization") for kind in types(entry))


def _name(entry: object, family_first: bool) -> str:
    if isinstance(entry, dict):
        given, family = plain_text(entry.get("givenName")), plain_text(entry.get("familyName"))
        return plain_text(entry.get("name")) or " ".join((family, given) if family_first else (given, family)).strip()
    return plain_text(entry)


def _turned(name: str) -> str:
    """ "Lee, Ann" as it is spoken."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else name
