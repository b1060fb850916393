"""The other stories that the page offers, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from cleaner.assemble.credit import split_credit
from cleaner.assemble.inline import safe_url
from cleaner.flags import HEADING_TAGS, LINK
from cleaner.model import Block, Document, RelatedItem, Role, Verdict
from cleaner.shown import as_shown
from cleaner.text import collapse, fold

_SIGNS, _SIGNS_BEHIND = " >→←•·●▪■*=.+-", "→>"
_ANGLES = (("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹"))  # quotation marks where the other one is there, else arrows
_ARROWS = frozenset((*_SIGNS, *_SIGNS_BEHIND, *(sign for sign, _ in _ANGLES)))
_HREF = attrgetter("href")
_OPENS = re.compile(r"\w|[\[“\"'«»‹›„]")
_COUNT = re.compile(r"\s*\(\d+\)$")  # a number of comments behind a headline
_LABELLED = (".label-with-title", ".label-and-title")
_LABEL = re.compile(r"([^:：|｜–—»]{2,40}[:：|｜–—»])\s*(?=\S.{10})")
_MIN_TITLE = 12  # characters; shorter links are buttons
_SUMMARY = re.compile(r"[.!?…][”\"’)]?$")
_MIN_SUMMARY = 60
#: Characters of no width; joiners inside a word are its spelling (Persian, the scripts of India).
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]|(?<!\\S)[\u200c\u200d]|[\u200c\u200d](?!\\S)")
_PROVED = "known.title"  # the rule by which a whole block is the title of another page
#: Endings of the rule ids with which `settle` says what a line of an unlabelled group is.
_TITLE, _SUMMARY_RULE, _CAPTION = "related-title", "related-summary", "related-caption"


def related(document: Document, verdicts: tuple[Verdict, ...], base: str | None = None) -> tuple[RelatedItem, ...]:
    """Each story offered once, in page order: title, address, teaser, and its picture's caption and credit.

    base: the page's address, against which links are resolved.
    """
    items: list[RelatedItem] = []
    caption: str | None = None
    offered = Role.RELATED
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        if verdict.role is not offered:
            continue
        block = as_shown(block)
        if verdict.rule.endswith(_CAPTION) or _is_caption(block):
            caption = block.text
        elif items and _is_summary(block, verdict, items[-1], base):
            items[-1] = items[-1]._replace(summary=block.text)
        else:
            named = _titles(block, verdict, base)
            items += [_with_caption(_without_label(item, verdict), caption) for item in named]
            caption = None
    return tuple(_distinct(items))


def _is_title(verdict: Verdict) -> bool:
    """Whether the whole block is a title, linked or not."""
    return verdict.rule == _PROVED or verdict.rule.endswith(_TITLE)


def _is_caption(block: Block) -> bool:
    """Words without a link beside a picture; a heading there is the story's title."""
    return block.figure >= 0 and not block.links and block.tag not in HEADING_TAGS


def _is_summary(block: Block, verdict: Verdict, last: RelatedItem, base: str | None) -> bool:
    """The teaser of the story named before it: told by `settle`, or a sentence without a link of its own."""
    if verdict.rule.endswith(_SUMMARY_RULE):
        return True
    if verdict.rule.endswith(_TITLE) or last.summary is not None:
        return False
    told = len(block.text) >= _MIN_SUMMARY and bool(_SUMMARY.search(block.text))
    return told and (not block.links or _addresses(block, base) == [last.url])


def _titles(block: Block, verdict: Verdict, base: str | None) -> list[RelatedItem]:
    """One story for each link of the block; without them its text is one: on text pages, inside a link, if known."""
    found: list[RelatedItem] = []
    for href, runs in groupby(block.runs, key=_HREF):
        if href and len(title := _clean("".join([run.text for run in runs]))) >= _MIN_TITLE:
            found.append(RelatedItem(title, safe_url(href, base)))
    if not found and (block.links or block.flags & LINK or block.tag == "line" or _is_title(verdict)):
        title = _clean(block.text)
        return [RelatedItem(title)] if title else []
    return found


def _addresses(block: Block, base: str | None) -> list[str | None]:
    return list(dict.fromkeys(safe_url(run.href, base) for run in block.runs if run.href))


def _clean(text: str) -> str:
    """A title without arrows before it, a number of comments behind it and characters of no width."""
    title = collapse(text if text.isascii() else _UNSEEN.sub("", text))
    if title[:1] in _ARROWS or title[-1:] in _ARROWS:
        title = _without_arrows(title)
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


def _distinct(items: list[RelatedItem]) -> Iterator[RelatedItem]:
    """A story that is offered twice (a list above and below, a picture link and a title link) counts once."""
    kept: dict[str, RelatedItem] = {}
    for item in items:
        first = kept.setdefault(item.url or item.title, item)
        if first is not item and first.summary is None:
            kept[item.url or item.title] = first._replace(summary=item.summary)
    yield from kept.values()
