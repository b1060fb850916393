"""The tags that the page gives its story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleaner.jsonld import plain_text
from cleaner.metadata.facts import Facts, is_generic
from cleaner.metadata.keys import key
from cleaner.metadata.pieces import link_texts, listed
from cleaner.metadata.printed_tags import TAG_LABEL, behind_story, is_labelled, marked_rows
from cleaner.metadata.reading import Found, Reading, judge
from cleaner.metadata.uncategorized import UNCATEGORIZED
from cleaner.model import Block, FieldHit, Role
from cleaner.text import collapse

_METAS = ("its_tag", "article:tag", "parsely-tags", "sailthru.tags", "cxenseparse:tags")
_FOR_MACHINES = ("news_keywords", "keywords", "dc.subject")  # written for search engines, often the headline again
_SPLIT = re.compile(r"\s*[,;|]\s*|\s+#|^#")
_COUNT = re.compile(r"\s*\(\d+\)$|(?<=[^\W\d])\s+\d{1,4}$")
_MAX_CHARS, _MAX_WORDS, _MAX_TAGS = 60, 9, 30
_MAX_YEAR = 4  # digits; longer numbers are keys of a database
_NO_TAGS = UNCATEGORIZED | frozenset(
    map(
        key,
        "Bạn có thể quan tâm|Có thể bạn quan tâm|Tin liên quan|Xem thêm|Xem tất cả|More|Themen|Alle Themen"
        "|Not set|No tags|No categories|None|N/A".split("|"),
    )
)
#: What portals and what their systems put into the keywords of every page.
_OF_SITE = frozenset(
    map(
        key,
        "trang thông tin điện tử|cổng thông tin điện tử|báo điện tử|đọc báo|DotNetNuke|DNN|Joomla|WordPress".split("|"),
    )
)
_Tags = tuple[str, ...]


def read_tags(facts: Facts, title: str | None, section: str | None, names: frozenset[str]) -> Found[_Tags]:
    """Trust: tags printed where a rule's selector says, meta elements, links of the list printed behind the
    story, what is declared for search engines, JSON-LD keywords, blocks judged `tags`.

    Left out: the site's name, the headline, what is longer than a tag. Lists that only name the site
    or the section ("Đọc báo, báo điện tử ...") are filled in by the CMS and rejected.
    """
    readings = [_sifted(raw, source, key(title or ""), names) for raw, source in _readings(facts, key(section or ""))]
    chosen = next((reading.value for reading in readings if reading.value and not reading.rejected), ())
    if tuple(map(key, chosen)) == (key(section or "-"),):
        chosen = ()
    return Found(chosen, judge(readings, chosen or None, _share))


def _readings(facts: Facts, section: str) -> Iterator[tuple[list[str], str]]:
    by_rule: dict[str, list[str]] = {}
    for hit in facts.hits.get("tags", ()):
        if key(hit.value) == section and is_generic(hit) and _is_above_story(hit, facts):
            continue  # some systems mark the link to the section as they mark tags
        by_rule.setdefault(hit.rule_id, []).extend(listed(hit, facts.document.blocks))
    for rule, values in by_rule.items():
        yield values, f"rule {rule}"
    seen: set[tuple[str, ...]] = set()
    yield from _declared(facts, _METAS, seen)
    machines = list(_declared(facts, _FOR_MACHINES, seen))
    behind = behind_story(facts)
    linked = [tag for block in behind for tag in link_texts(block)]
    if behind and (is_labelled(behind[0], facts) or _agrees(linked, machines)):
        yield linked, f"printed list, block {behind[0].index}"
    yield from machines
    for story in facts.stories[:1]:
        yield _keywords(story.get("keywords")), "json-ld keywords"
    blocks = facts.printed.get(Role.TAGS, ()) if facts.is_text else marked_rows(facts)
    if blocks:
        yield [tag for block in blocks for tag in _printed(block)], f"judged tags, block {blocks[0].index}"


def _is_above_story(hit: FieldHit, facts: Facts) -> bool:
    return facts.opening is not None and hit.block < facts.opening.index


def _declared(facts: Facts, names: Iterable[str], seen: set[tuple[str, ...]]) -> Iterator[tuple[list[str], str]]:
    for name in names:
        declared = facts.meta(name)
        if declared and declared not in seen:
            seen.add(declared)
            yield [tag for value in declared for tag in _SPLIT.split(value)], f"meta {name}"


def _agrees(linked: Iterable[str], declared: Iterable[tuple[list[str], str]]) -> bool:
    """Rows of links behind a story are often other stories: its tags share one with what the page declares."""
    return not set(map(key, linked)).isdisjoint(key(tag) for values, _ in declared for tag in values)


def _printed(block: Block) -> list[str]:
    """The links of a tag line; without links, its parts between commas or hashes."""
    return link_texts(block) or _SPLIT.split(TAG_LABEL.sub("", block.text))


def _keywords(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [tag for item in values for tag in _SPLIT.split(plain_text(item))]


def _sifted(raw: Iterable[str], source: str, title: str, names: frozenset[str]) -> Reading[_Tags]:
    values = _without_counts([TAG_LABEL.sub("", collapse(tag)).strip(" #,;:•·") for tag in raw])
    tags: dict[str, str] = {}
    for tag in filter(_is_tag, values):
        tags.setdefault(key(tag), tag)
    for own in (*names, *_NO_TAGS, title, ""):
        tags.pop(own, None)
    found = tuple(tags.values())[:_MAX_TAGS]
    text = ", ".join(tag for tag in values if tag)[:300]
    if source.startswith("meta ") and not _OF_SITE.isdisjoint(tags):
        return Reading(found, text, source, "words of the site, not of the story")
    return Reading(found, text, source, "" if found else "no tags in it")


def _without_counts(tags: list[str]) -> list[str]:
    """How many stories a tag has is printed behind each of a list: "coffee 3", "drugs 24"."""
    counted = [_COUNT.sub("", tag) for tag in tags]
    return counted if len(tags) > 1 and all(map(str.__ne__, counted, tags)) else tags


def _is_tag(text: str) -> bool:
    if not 1 < len(text) <= _MAX_CHARS or len(text.split()) > _MAX_WORDS:
        return False
    return "://" not in text and "@" not in text[1:] and not (text.isdigit() and len(text) > _MAX_YEAR)


def _share(one: _Tags, other: _Tags) -> bool:
    return bool(set(map(key, one)) & set(map(key, other)))
