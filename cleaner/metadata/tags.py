"""The tags that the page gives its story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleaner.jsonld import plain_text
from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import key
from cleaner.metadata.pieces import link_texts, pieces
from cleaner.metadata.reading import Found, Reading, judge
from cleaner.model import Block, Role
from cleaner.text import collapse

_METAS = (
    "its_tag", "article:tag", "parsely-tags", "sailthru.tags", "cxenseparse:tags", "news_keywords", "keywords",
    "dc.subject",
)  # fmt: skip
_LABEL = re.compile(
    r"^(?:tags?|xem thêm về|từ kho[áa]|từ khóa|chủ đề|hashtag|keywords?|topics?|schlagworte|stichwörter)\s*(?::\s*|$)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*[,;|]\s*|\s+#|^#")
_MAX_CHARS, _MAX_WORDS, _MAX_TAGS = 60, 9, 30
_Tags = tuple[str, ...]


def read_tags(facts: Facts, title: str | None, section: str | None, names: frozenset[str]) -> Found[_Tags]:
    """Trust: tags printed where a rule's selector says, meta elements, JSON-LD keywords, blocks judged `tags`.

    Left out: the site's name, the headline, what is longer than a tag. Lists that only name the site
    or the section ("Đọc báo, báo điện tử ...") are filled in by the CMS and rejected.
    """
    readings = [_sifted(raw, source, key(title or ""), names) for raw, source in _readings(facts)]
    chosen = next((reading.value for reading in readings if reading.value and not reading.rejected), ())
    if tuple(map(key, chosen)) == (key(section or "-"),):
        chosen = ()
    return Found(chosen, judge(readings, chosen or None, _share))


def _readings(facts: Facts) -> Iterator[tuple[list[str], str]]:
    by_rule: dict[str, list[str]] = {}
    for hit in facts.hits.get("tags", ()):
        by_rule.setdefault(hit.rule_id, []).extend(pieces(hit, facts.document.blocks))
    for rule, values in by_rule.items():
        yield values, f"rule {rule}"
    seen: set[tuple[str, ...]] = set()
    for name in _METAS:
        declared = facts.meta(name)
        if declared and declared not in seen:
            seen.add(declared)
            yield [tag for value in declared for tag in _SPLIT.split(value)], f"meta {name}"
    for story in facts.stories[:1]:
        yield _keywords(story.get("keywords")), "json-ld keywords"
    blocks = facts.printed.get(Role.TAGS, ())
    if blocks:
        yield [tag for block in blocks for tag in _printed(block)], f"judged tags, block {blocks[0].index}"


def _printed(block: Block) -> list[str]:
    """The links of a tag line; without links, its parts between commas or hashes."""
    return link_texts(block) or _SPLIT.split(_LABEL.sub("", block.text))


def _keywords(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [tag for item in values for tag in _SPLIT.split(plain_text(item))]


def _sifted(raw: Iterable[str], source: str, title: str, names: frozenset[str]) -> Reading[_Tags]:
    listed = [_LABEL.sub("", collapse(tag)).strip(" #,;:") for tag in raw]
    tags: dict[str, str] = {}
    for tag in filter(_is_tag, listed):
        tags.setdefault(key(tag), tag)
    for own in (*names, title, ""):
        tags.pop(own, None)
    found = tuple(tags.values())[:_MAX_TAGS]
    text = ", ".join(tag for tag in listed if tag)[:300]
    return Reading(found, text, source, "" if found else "no tags in it")


def _is_tag(text: str) -> bool:
    return 1 < len(text) <= _MAX_CHARS and len(text.split()) <= _MAX_WORDS and "://" not in text


def _share(one: _Tags, other: _Tags) -> bool:
    return bool(set(map(key, one)) & set(map(key, other)))
