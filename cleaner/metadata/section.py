"""The section of the paper that the story stands in: the last step of its path there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from cleaner.flags import ANCHOR
from cleaner.jsonld import address_of, plain_text
from cleaner.metadata.facts import Facts
from cleaner.metadata.hosts import path_of
from cleaner.metadata.keys import key, slug
from cleaner.metadata.pieces import link_texts, pieces
from cleaner.metadata.printed_date import read_printed
from cleaner.metadata.reading import Found, Reading, first_usable, settle
from cleaner.metadata.spelled_section import linked_above
from cleaner.metadata.uncategorized import UNCATEGORIZED
from cleaner.model import Block, FieldHit, Role
from cleaner.text import collapse, squeeze

_METAS = (
    "article:section", "articlesection", "section", "parsely-section", "sailthru.section", "cxenseparse:section",
    "dc.subject.section", "category",
)  # fmt: skip
_HOMES = """trang chủ|home|homepage|home page|front page|start|startseite|accueil|inicio|início|portada|forside|etusivu
главная|首页|ホーム"""
_HOME = frozenset(key(name) for line in _HOMES.split("\n") for name in line.split("|"))
_VIETNAMESE_HOME = key("Trang chủ")
_MAX_CHARS = 50
_NAMED = "generic.section.named"  # names that the cards of other stories carry, too
_ABOVE, _UNDER = 8, 4  # blocks above and under the headline
_CLOSE, _MAX_STEPS = 3, 5  # of a path without a name: blocks above the headline, links
_LIST = re.compile(r"\s*[,;]\s*")
_DATE = re.compile(r"\d[./-]\d{1,2}[./-]\d{4}")
_SIGNS = " \t›»>«<‹/|:▾•·"
_BEFORE = re.compile(
    r"^(?:category|categories|section|rubrik|rubrique|categoría|chuyên mục|danh mục)\s*:\s*", re.IGNORECASE
)
_BUTTON = re.compile(
    r"(?:go )?back(?: to\b| home$|$)|current page$|show |see |view all|cart$|menu$|search$|log ?in$|sign in$",
    re.IGNORECASE,
)
_UNSPACED, _SIGN = 8, re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_DECLARED = ("json-ld articleSection", "meta ")
_FORMS = frozenset(
    map(
        key,
        "blog|blogs|our blog|blog posts|articles|article|posts|all posts|archives|artikel|beiträge|artículos".split(
            "|"
        ),
    )
)
#: What a page is made of: below a section it names a kind of page in it, and the section is the step above.
_MADE_OF = frozenset(
    map(
        key,
        "ảnh|hình ảnh|chùm ảnh|video|clip|infographic|podcast|photo|photos|foto|fotos|videos".split("|"),
    )
)
_STEP = re.compile(r"\s*[›»>/|]\s+")


def read_section(facts: Facts, title: str | None, names: frozenset[str]) -> Found[str | None]:
    """Trust: JSON-LD breadcrumb, a rule's selector, articleSection, meta, judged block, a link above the headline that
    its address spells, the address's first word."""
    titles = _titles(facts, title)
    readings = _by_subject([_checked(reading, titles, names) for reading in _readings(facts)])
    if first_usable(readings) is None:  # the menu is searched only where nothing else tells
        places = (*linked_above(facts), *_from_address(facts))
        readings += [_checked(reading, titles, frozenset()) for reading in places]  # a path of its own is no home page
    return settle(readings, lambda one, other: key(one) == key(other))


def _titles(facts: Facts, title: str | None) -> frozenset[str]:
    """Every spelling of the headline, for the last step of a path is often the page itself."""
    words = set((title or "").casefold().split())
    printed = (block.text for block in facts.headings[:1] if _is_like(block.text, words))  # another names the section
    head = (title, plain_text(facts.head.title), *facts.meta("og:title"), *printed)
    story = (plain_text(facts.story.get(name)) for name in ("headline", "name", "alternativeHeadline"))
    return frozenset(map(key, filter(None, (*head, *story))))


def _is_like(heading: str, words: set[str]) -> bool:
    own = set(heading.casefold().split())
    return len(own & words) * 2 > len(own)


def _by_subject(readings: list[Reading[str]]) -> list[Reading[str]]:
    """ "Blog" and "Articles" say what a page is; where a section is declared beside them, that is what it is about."""
    first = first_usable(readings)
    declared = [reading for reading in readings if reading.source.startswith(_DECLARED) and not reading.rejected]
    subjects = [reading for reading in declared if key(reading.value) not in _FORMS]
    if first is None or key(first) not in _FORMS or not subjects:
        return readings
    return [*subjects, *(reading for reading in readings if reading not in subjects)]


def _readings(facts: Facts) -> Iterator[Reading[str]]:
    for trail in facts.objects.get("BreadcrumbList", ()):
        yield from _last_first(_trail(trail, path_of(facts.url)), "json-ld BreadcrumbList")
    by_rule: dict[str, list[str]] = {}
    for hit in facts.hits.get("section", ()):
        if hit.rule_id == _NAMED and not _is_near_headline(facts, hit.block):
            continue
        by_rule.setdefault(hit.rule_id, []).extend(_parts(hit, facts.document.blocks))
    for rule, steps in by_rule.items():
        yield from _last_first(steps, f"rule {rule}")
    yield from _declared(facts)
    for block in reversed(facts.printed.get(Role.SECTION, ())):
        if facts.is_text or not facts.headings or _is_near_headline(facts, block.index):
            yield from _last_first(_steps(block), f"judged section, block {block.index}")
    yield from _from_home(facts)


def _from_home(facts: Facts) -> Iterator[Reading[str]]:
    """A row of links that begins with "Trang chủ", right above the headline, is the path there, whatever its class; a
    menu of other languages begins with "Home" as well."""
    for heading in [] if facts.is_text else facts.headings[:1]:
        for block in facts.document.blocks[max(0, heading.index - _CLOSE) : heading.index]:
            steps = link_texts(block) if block.links > 1 else []
            if steps and key(steps[0]) == _VIETNAMESE_HOME and len(steps) <= _MAX_STEPS:
                yield from _last_first(steps, f"path above the headline, block {block.index}")


def _is_near_headline(facts: Facts, block: int) -> bool:
    return any(-_ABOVE <= block - heading.index <= _UNDER for heading in facts.headings[:1])


def _parts(hit: FieldHit, blocks: Sequence[Block]) -> list[str]:
    """The steps of a path that a selector took whole, its last one linked or not."""
    block = blocks[hit.block] if hit.block < len(blocks) else None
    whole = block is not None and block.links and squeeze(block.text) == squeeze(hit.value)
    if block is not None and whole:
        return _steps(block)
    found = pieces(hit, blocks)
    linked = [block.text for block in blocks[hit.block : hit.block + len(found)] if block.links]
    return linked if 1 < len(linked) < len(found) else found


def _steps(block: Block) -> list[str]:
    """The parts of a printed path: between its arrows, else its links; behind the home page alone, the words there."""
    parts = _STEP.split(block.text)
    if len(parts) > 1 or not block.links:
        return parts
    links = link_texts(block)
    rest = collapse("".join(run.text for run in block.runs if not run.style & ANCHOR)).strip(" ›»>/|-–·")
    alone = len(links) == 1 and rest and _STEP.search(rest) is None
    return [*links, rest] if alone else links


def _last_first(steps: Sequence[str], source: str) -> Iterator[Reading[str]]:
    path = reversed(steps[-6:])
    for step in sorted(path, key=lambda step: key(step) in _MADE_OF):
        yield Reading(step, " > ".join(steps), source)


def _trail(trail: Mapping[str, Any], path: str) -> list[str]:
    """The names of the steps, without a last one that leads to this very page."""
    items = trail.get("itemListElement")
    entries = [entry for entry in items if isinstance(entry, dict)] if isinstance(items, list) else []
    entries.sort(key=lambda entry: _position(entry.get("position")))
    if path and len(entries) > 1 and path_of(address_of(entries[-1].get("item"))) == path:
        entries.pop()
    return [name for entry in entries if (name := _name(entry))]


def _position(value: object) -> int:
    return int(value) if isinstance(value, int | str) and str(value).isdigit() else 0


def _name(entry: Mapping[str, Any]) -> str:
    item = entry.get("item")
    return plain_text(entry.get("name")) or (plain_text(item.get("name")) if isinstance(item, dict) else "")


def _declared(facts: Facts) -> Iterator[Reading[str]]:
    for story in facts.stories[:1]:
        value = story.get("articleSection")
        for raw in reversed(value[-3:]) if isinstance(value, list) else (value,):
            if text := plain_text(raw):
                yield Reading(_LIST.split(text)[-1], text, "json-ld articleSection")
    for name, text in facts.metas(_METAS):
        yield Reading(_LIST.split(text)[-1], text, f"meta {name}")


def _from_address(facts: Facts) -> Iterator[Reading[str]]:
    """The entry above the headline that leads to the nearest step of the page's own path and that the step spells:
    /world/asia/ is "Asia"; else the menu entry that the address's first word spells: /the-thao/ is "Thể thao"."""
    own = path_of(facts.url)
    wanted, _, rest = own.partition("/")
    if facts.is_text or not wanted or not rest:
        return
    yield from _leading_there(facts, own)
    for block in facts.document.blocks:
        text = block.text
        if len(text) <= _MAX_CHARS and _initial(text[:1]) == wanted[0] and slug(text) == wanted:
            yield Reading(text, facts.url, f"address, spelled as block {block.index}")
            return


def _leading_there(facts: Facts, own: str) -> Iterator[Reading[str]]:
    end = facts.headings[0].index if facts.headings else 0
    found: dict[str, str] = {}
    for block in facts.document.blocks[:end]:
        for run in block.runs:
            if run.href and len(run.text) <= _MAX_CHARS:
                step = path_of(run.href) if "//" in run.href else run.href.strip("/")
                if "/" in step and own.startswith(step + "/") and slug(run.text) == step.rpartition("/")[2]:
                    found.setdefault(step, collapse(run.text))
    for step in sorted(found, key=len, reverse=True)[:1]:
        yield Reading(found[step], facts.url, f"a link to /{step}/, above the headline")


_initial = lru_cache(maxsize=512)(slug)  # of one letter; pure, the cache only saves time


def _checked(reading: Reading[str], titles: frozenset[str], names: frozenset[str]) -> Reading[str]:
    reading = reading._replace(value=_BEFORE.sub("", reading.value).strip(_SIGNS))
    folded = key(reading.value)
    if folded in _HOME or folded in names:
        return reading._replace(rejected="the home page")
    if not folded or folded in titles or (_is_long(folded) and any(title.startswith(folded) for title in titles)):
        return reading._replace(rejected="the headline itself")
    if folded in UNCATEGORIZED or _BUTTON.match(reading.value):
        return reading._replace(rejected="what stands where there is no section")
    if len(reading.value) > _MAX_CHARS or "://" in reading.value or folded.isdigit() or _is_dated(reading.value):
        return reading._replace(rejected="not a section's name")
    return reading


def _is_long(folded: str) -> bool:
    """Longer than sections' names are; a sign of Chinese or Japanese says as much as three letters."""
    return len(folded) > (_UNSPACED if _SIGN.search(folded) else 20)


def _is_dated(text: str) -> bool:
    return bool(_DATE.search(text)) or (any(map(str.isdigit, text)) and read_printed(text) is not None)
