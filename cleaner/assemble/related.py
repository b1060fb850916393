"""The other stories that the page offers, as data."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter

from cleaner.assemble.credit import split_credit
from cleaner.assemble.inline import safe_url
from cleaner.assemble.offers import SENTENCE, Offer, distinct, others
from cleaner.assemble.own_page import own_pages
from cleaner.assemble.title_words import MIN_LINKED, SHORT, clean_title, is_headline, together
from cleaner.flags import FIGCAPTION, HEADING_TAGS, LINK, hint_bits
from cleaner.model import Block, Document, RelatedItem, Role, Run, Verdict
from cleaner.shown import as_shown
from cleaner.text import fold, letters_worth

_HREF = attrgetter("href")
_LABELLED = (".label-with-title", ".label-and-title")
_LABEL = re.compile(r"([^:：|｜–—»]{2,40}[:：|｜–—»])\s*(?=\S.{10})")
_NEAR = 4  # blocks behind a title in which its teaser stands
_NO_PAGES, _NO_PAGE = ("mailto:", "tel:", "sms:", "whatsapp:", "viber:"), "mailto:"
_CAPTIONED = hint_bits("caption")
_MIN_SUMMARY = 60
_PROVED = "known.title"  # the rule by which a whole block is the title of another page
_MANY = 3  # links of one block
#: Endings of the rule ids with which `settle` says what a line of an unlabelled group is.
_TITLE, _SUMMARY_RULE, _CAPTION = "related-title", "related-summary", "related-caption"


def related(document: Document, verdicts: tuple[Verdict, ...], base: str | None = None) -> tuple[RelatedItem, ...]:
    """Each story offered once, in page order: title, address, teaser, and its picture's caption and credit.

    base: the page's address, against which links are resolved.
    """
    offers: list[Offer] = []
    last: Offer | None = None  # the one whose teaser may follow
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
            offers += [Offer(_with_caption(_without_label(item, verdict), caption), block) for item in named]
            last, caption = offers[-1] if named else None, None
    return tuple(distinct(others(offers, own_pages(document, base), _printed(document, verdicts))))


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


def _is_summary(block: Block, verdict: Verdict, last: Offer, base: str | None) -> bool:
    """The teaser of the story named shortly before it: told by `settle`, or a sentence without a link of its own."""
    if verdict.rule.endswith(_SUMMARY_RULE):
        return True
    if verdict.rule.endswith(_TITLE) or last.item.summary is not None or block.index - last.block.index > _NEAR:
        return False
    told = len(block.text) >= _MIN_SUMMARY and bool(SENTENCE.search(block.text))
    if not told or block.tag in HEADING_TAGS:
        return False
    return not block.links or _addresses(block, base) == [last.item.url]


def _titles(block: Block, verdict: Verdict, base: str | None) -> list[RelatedItem]:
    """One story for each link of the block; without them its text is one: on text pages, inside a link, if known."""
    found: dict[str | None, RelatedItem] = {}
    linked = [run for run in block.runs if run.href]
    sure = _is_title(verdict) or _is_row_of_titles(block, linked)
    for href, runs in groupby(block.runs, key=_HREF):
        title = clean_title("".join([run.text for run in runs])) if href else ""
        if href and is_headline(title, sure):
            url = _NO_PAGE if href.lower().startswith(_NO_PAGES) else safe_url(href, base)
            key = url or title
            found[key] = RelatedItem(together(found[key].title, title) if key in found else title, url)
    if found:
        return list(found.values())
    title = clean_title(block.text)
    alone = not linked and _is_one_link(block) and letters_worth(title) >= MIN_LINKED
    return [RelatedItem(title)] if title and (alone or block.tag == "line" or _is_title(verdict)) else []


def _is_one_link(block: Block) -> bool:
    """A link as a whole, whose address is not written out."""
    return bool(block.flags & LINK) or (block.links == 1 and block.link_chars * 5 >= len(block.text) * 4)


def _is_row_of_titles(block: Block, linked: list[Run]) -> bool:
    """Most of the block is a link or two, or more that are as long as headlines are."""
    many = len({run.href for run in linked})
    chars = sum(len(run.text) for run in linked)
    return chars * 2 >= len(block.text) and (many < _MANY or chars >= many * SHORT)


def _addresses(block: Block, base: str | None) -> list[str | None]:
    return list(dict.fromkeys(safe_url(run.href, base) for run in block.runs if run.href))


def _without_label(item: RelatedItem, verdict: Verdict) -> RelatedItem:
    """Without the "Xem thêm:" or "Read also |" by which a rule knew the whole line for another article's title."""
    if not verdict.rule.endswith(_LABELLED):
        return item
    label = _LABEL.match(item.title)
    line = clean_title(verdict.evidence.partition("“")[2])
    return item._replace(title=item.title[label.end() :]) if label and fold(line).startswith(fold(label[1])) else item


def _with_caption(item: RelatedItem, caption: str | None) -> RelatedItem:
    if caption is None:
        return item
    words, credit, _ = split_credit(caption)
    return item._replace(caption=words, credit=credit)


def _printed(document: Document, verdicts: tuple[Verdict, ...]) -> frozenset[str]:
    """The headlines of the story itself."""
    heads = (Role.TITLE, Role.HEADING)
    pairs = zip(document.blocks, verdicts, strict=True)
    return frozenset(fold(block.text) for block, verdict in pairs if verdict.role in heads)
