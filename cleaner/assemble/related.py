"""The other stories that the page offers, as data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from cleaner.assemble.credit import split_credit
from cleaner.assemble.inline import safe_url
from cleaner.assemble.own_page import is_own, own_pages
from cleaner.flags import FIGCAPTION, HEADING_TAGS, LINK, hint_bits
from cleaner.model import Block, Document, RelatedItem, Role, Run, Verdict
from cleaner.shown import as_shown
from cleaner.tag_pages import tells_no_story
from cleaner.text import collapse, fold, letters_worth

_SIGNS, _SIGNS_BEHIND = " >→←•·●▪■*=.+-", "→>"
_ANGLES = (("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹"))  # quotation marks where the other one is there, else arrows
_ARROWS = frozenset((*_SIGNS, *_SIGNS_BEHIND, *(sign for sign, _ in _ANGLES)))
_HREF = attrgetter("href")
_OPENS = re.compile(r"\w|[\[“\"'«»‹›„]")
_COUNT = re.compile(r"\s*\(\d+\)$")  # a number of comments behind a headline
#: When a story was told, before its headline and behind it: only styles keep what is glued apart.
_TIME = re.compile(
    r"^(?:\d{1,2}:\d\d(?=[^\W\d_]| [^\W\d_a-z])|\d{1,2}([./-])\d{1,2}\1\d{4}(?=[^\W\d_]| [-–|] ))(?: [-–|] )?\s*"
)
_GLUED = re.compile(
    r"(?<=[^\W\d_]|[”\"'’»?!.…)])(?:\d{1,2}([./])\d{1,2}\1\d{4}|\d{1,2} [^\W\d_]{3,12},? )?(?:\d{1,2}:\d\d|(?<=\d{4}))$"
)
_LABELLED = (".label-with-title", ".label-and-title")
_LABEL = re.compile(r"([^:：|｜–—»]{2,40}[:：|｜–—»])\s*(?=\S.{10})")
_MIN_TITLE, _MIN_LINKED = 12, 20  # characters, or letters where one sign is a syllable; shorter links are buttons
_LETTERS = 5
_SHORT = 25  # letters under which a link is a name as often as a headline
_NEAR = 4  # blocks behind a title in which its teaser stands
_LOST, _MANY = 3, 3  # headlines of one address, links of one block
_DASHES = "–—-"
_NUMBER = re.compile(r"\s*\(?\d{1,4}\)?")  # of comments, behind a headline that is printed again
_NO_PAGES, _NO_PAGE = ("mailto:", "tel:", "sms:", "whatsapp:", "viber:"), "mailto:"
_CAPTIONED = hint_bits("caption")
_SUMMARY = re.compile(r"[.!?…][”\"’)]?$")
_MIN_SUMMARY = 60
#: Characters of no width; joiners inside a word are its spelling (Persian, the scripts of India).
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]|(?<!\\S)[\u200c\u200d]|[\u200c\u200d](?!\\S)")
_PROVED = "known.title"  # the rule by which a whole block is the title of another page
#: Endings of the rule ids with which `settle` says what a line of an unlabelled group is.
_TITLE, _SUMMARY_RULE, _CAPTION = "related-title", "related-summary", "related-caption"


class _Offer(NamedTuple):
    """A story offered so far, and the block that names it."""

    item: RelatedItem
    block: Block


def related(document: Document, verdicts: tuple[Verdict, ...], base: str | None = None) -> tuple[RelatedItem, ...]:
    """Each story offered once, in page order: title, address, teaser, and its picture's caption and credit.

    base: the page's address, against which links are resolved.
    """
    offers: list[_Offer] = []
    last: _Offer | None = None  # the one whose teaser may follow
    caption: str | None = None
    offered = Role.RELATED
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        if verdict.role is not offered:
            continue
        block = as_shown(block)
        if verdict.rule.endswith(_CAPTION) or _is_caption(block):
            caption = block.text
        elif last and _is_summary(block, verdict, last, base):
            offers[-1] = last = last._replace(item=last.item._replace(summary=block.text))
        elif _is_named(block, verdict):
            named = _titles(block, verdict, base)
            offers += [_Offer(_with_caption(_without_label(item, verdict), caption), block) for item in named]
            last, caption = offers[-1] if named else None, None
    return tuple(_distinct(_others(offers, own_pages(document, base), _printed(document, verdicts))))


def _is_named(block: Block, verdict: Verdict) -> bool:
    """Whether the block may name a story: words beside a title, without a link, do not."""
    return bool(block.links or block.flags & LINK or block.tag == "line" or _is_title(verdict))


def _is_title(verdict: Verdict) -> bool:
    """Whether the whole block is a title, linked or not."""
    return verdict.rule == _PROVED or verdict.rule.endswith((_TITLE, *_LABELLED))


def _is_caption(block: Block) -> bool:
    """Words without a link beside a picture, where the markup or a credit says that they are its caption."""
    if block.figure < 0 or block.links or block.tag in HEADING_TAGS:
        return False
    return bool(block.flags & FIGCAPTION or block.near & _CAPTIONED) or split_credit(block.text)[1] is not None


def _is_summary(block: Block, verdict: Verdict, last: _Offer, base: str | None) -> bool:
    """The teaser of the story named shortly before it: told by `settle`, or a sentence without a link of its own."""
    if verdict.rule.endswith(_SUMMARY_RULE):
        return True
    if verdict.rule.endswith(_TITLE) or last.item.summary is not None or block.index - last.block.index > _NEAR:
        return False
    told = len(block.text) >= _MIN_SUMMARY and bool(_SUMMARY.search(block.text))
    if not told or block.tag in HEADING_TAGS:
        return False
    return not block.links or _addresses(block, base) == [last.item.url]


def _titles(block: Block, verdict: Verdict, base: str | None) -> list[RelatedItem]:
    """One story for each link of the block; without them its text is one: on text pages, inside a link, if known."""
    found: dict[str | None, RelatedItem] = {}
    linked = [run for run in block.runs if run.href]
    sure = _is_title(verdict) or _is_row_of_titles(block, linked)
    for href, runs in groupby(block.runs, key=_HREF):
        title = _clean("".join([run.text for run in runs])) if href else ""
        if href and _is_headline(title, sure):
            url = _NO_PAGE if href.lower().startswith(_NO_PAGES) else safe_url(href, base)
            key = url or title
            found[key] = RelatedItem(_together(found[key].title, title) if key in found else title, url)
    if found:
        return list(found.values())
    title = _clean(block.text)
    alone = not linked and _is_one_link(block) and letters_worth(title) >= _MIN_LINKED
    return [RelatedItem(title)] if title and (alone or block.tag == "line" or _is_title(verdict)) else []


def _is_one_link(block: Block) -> bool:
    """A link as a whole, whose address is not written out."""
    return bool(block.flags & LINK) or (block.links == 1 and block.link_chars * 5 >= len(block.text) * 4)


def _is_row_of_titles(block: Block, linked: list[Run]) -> bool:
    """Most of the block is a link or two, or more that are as long as headlines are."""
    many = len({run.href for run in linked})
    chars = sum(len(run.text) for run in linked)
    return chars * 2 >= len(block.text) and (many < _MANY or chars >= many * _SHORT)


def _together(before: str, title: str) -> str:
    """Two links of one address in one block: a headline in two pieces, or a theme and its headline."""
    if title[:1].islower() or title[:1] in _DASHES:
        return f"{before} {title}"
    return max(before, title, key=len)


def _is_headline(title: str, sure: bool) -> bool:
    """Long enough, and no name in a sentence: "With reports from El Economista".

    sure: most of its block is such links.
    """
    if len(title) < _MIN_TITLE and letters_worth(title) < _MIN_LINKED:
        return False
    if sum(map(str.isalpha, title)) < _LETTERS:
        return False  # a date, a number
    return (sure or letters_worth(title) >= _SHORT) and not title.startswith(("#", "http://", "https://"))


def _is_kicker(title: str) -> bool:
    """Words of the length of a theme, as printed above a headline."""
    return letters_worth(title) < _SHORT or title.endswith(":")


def _addresses(block: Block, base: str | None) -> list[str | None]:
    return list(dict.fromkeys(safe_url(run.href, base) for run in block.runs if run.href))


def _clean(text: str) -> str:
    """A title without arrows before it, a number of comments behind it and characters of no width."""
    title = collapse(text if text.isascii() else _UNSEEN.sub("", text))
    if title[:1] in _ARROWS or title[-1:] in _ARROWS:
        title = _without_arrows(title)
    if title[:1].isdigit() or title[-1:].isdigit():
        title = _GLUED.sub("", _TIME.sub("", title, count=1), count=1)
    return _COUNT.sub("", title) if title.endswith(")") else title


def _without_arrows(title: str) -> str:
    arrows = "".join(sign for sign, other in _ANGLES if other not in title)
    bare = title.lstrip(_SIGNS + arrows)
    title = bare if _OPENS.match(bare) else title
    ends = title.rstrip(_SIGNS_BEHIND + arrows)
    return ends.rstrip() if ends.endswith(" ") else title


def _without_label(item: RelatedItem, verdict: Verdict) -> RelatedItem:
    """Without the "Xem thêm:" or "Read also |" by which a rule knew the whole line for another article's title."""
    if not verdict.rule.endswith(_LABELLED):
        return item
    label = _LABEL.match(item.title)
    line = _clean(verdict.evidence.partition("“")[2])
    return item._replace(title=item.title[label.end() :]) if label and fold(line).startswith(fold(label[1])) else item


def _with_caption(item: RelatedItem, caption: str | None) -> RelatedItem:
    if caption is None:
        return item
    words, credit, _ = split_credit(caption)
    return item._replace(caption=words, credit=credit)


def _others(offers: list[_Offer], pages: frozenset[str], printed: frozenset[str]) -> Iterator[_Offer]:
    """The offers without the page itself, its table of contents and addresses that tell no story.

    Where several headlines lead to one place, the links lost their addresses.
    """
    titles: dict[str, set[str]] = defaultdict(set)
    for item, _ in offers:
        if item.url and not _is_kicker(item.title):
            titles[item.url].add(item.title)
    lost = {url for url, named in titles.items() if len(named) >= _LOST}
    for offer in offers:
        url = offer.item.url
        if url in lost:
            yield offer._replace(item=offer.item._replace(url=None))
        elif url is None:
            if fold(offer.item.title) not in printed and not _is_jump(offer):
                yield offer
        elif not (tells_no_story(url) or is_own(url, pages)):
            yield offer


def _is_jump(offer: _Offer) -> bool:
    """Whether it leads to a place inside the page, or is a button of few words."""
    links = [run.href for run in offer.block.runs if run.href]
    if not links:
        return False
    jumps = all(len(href) > 1 and href.startswith("#") for href in links)
    return jumps or letters_worth(offer.item.title) < _MIN_LINKED


def _printed(document: Document, verdicts: tuple[Verdict, ...]) -> frozenset[str]:
    """The headlines of the story itself."""
    heads = (Role.TITLE, Role.HEADING)
    pairs = zip(document.blocks, verdicts, strict=True)
    return frozenset(fold(block.text) for block, verdict in pairs if verdict.role in heads)


def _distinct(offers: Iterator[_Offer]) -> Iterator[RelatedItem]:
    """A story that is offered twice (a list above and below, a picture link and a title link) counts once."""
    kept: dict[str, _Offer] = {}
    for offer in offers:
        key = offer.item.url or offer.item.title
        first = kept.setdefault(key, offer)
        if first is not offer:
            title = offer.item.title if _is_fuller(offer, first) else first.item.title
            block = offer.block if title == offer.item.title else first.block
            item = first.item._replace(title=title, summary=first.item.summary or offer.item.summary)
            kept[key] = _Offer(item, block)
    yield from (offer.item for offer in kept.values())


def _is_fuller(offer: _Offer, first: _Offer) -> bool:
    """Whether the second name of a story is its headline, and the first one the theme above it."""
    title, before = offer.item.title, first.item.title
    if offer.block.tag in HEADING_TAGS:
        if first.block.tag not in HEADING_TAGS:
            return not _NUMBER.fullmatch(title.removeprefix(before))
        near = offer.block.index - first.block.index == 1
        return near and len(title) > len(before) and offer.block.tag <= first.block.tag
    longer = len(title) > len(before) and first.block.tag not in HEADING_TAGS
    return longer and _is_kicker(before) and not _SUMMARY.search(title)
