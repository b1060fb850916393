"""Which of a page's JSON-LD objects stand for its story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.jsonld import address_of, plain_text, types
from cleaner.metadata.hosts import path_of

Object = Mapping[str, Any]

#: schema.org types that stand for the page's story.
_STORY_TYPES = ("Article", "Posting", "Report", "Review", "HowTo", "Recipe")
_STORY_KEYS = ("headline", "datePublished", "author", "articleBody", "mainEntityOfPage", "publisher")
_MIN_PATH, _OWN = 8, 3  # characters of a telling path; what it weighs against properties that are filled in


def by_type(objects: Sequence[Object]) -> dict[str, list[Object]]:
    """The objects under each of their schema.org types."""
    found: dict[str, list[Object]] = {}
    for item in objects:
        for name in types(item):
            found.setdefault(name, []).append(item)
    return found


def stories(typed: Mapping[str, Sequence[Object]], url: str) -> tuple[Object, ...]:
    """The story's objects, a full one before a sketch; beside that of this very page none with another's address."""
    named = [item for name, items in typed.items() if _is_story(name) for item in items]
    found = list({id(item): item for item in named}.values())  # an object of two types stands under both
    if len(found) < 2:
        return tuple(found)
    path = path_of(url)
    own = {id(item) for item in found if len(path) >= _MIN_PATH and _names(item, path)}
    found = [item for item in found if id(item) in own or not (own and _is_elsewhere(item))]
    return tuple(sorted(found, key=lambda item: -_fullness(item) - _OWN * (id(item) in own)))


def _names(item: Object, path: str) -> bool:
    return any(path in str(item.get(key)) for key in ("url", "mainEntityOfPage", "@id"))


def _is_elsewhere(item: Object) -> bool:
    return len(path_of(plain_text(item.get("url")) or address_of(item.get("mainEntityOfPage")))) >= _MIN_PATH


def _fullness(item: Object) -> int:
    return sum(bool(item.get(key)) for key in _STORY_KEYS)


def _is_story(name: str) -> bool:
    return name.endswith(_STORY_TYPES) and name != "JobPosting"
