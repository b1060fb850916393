"""The same story under two names, and what the page offers that is none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.assemble.own_page import is_own
from cleaner.assemble.title_words import MIN_LINKED, is_kicker
from cleaner.flags import HEADING_TAGS
from cleaner.model import Block, RelatedItem
from cleaner.tag_pages import tells_no_story
from cleaner.text import fold, letters_worth

_LOST = 3  # headlines of one address
_NUMBER = re.compile(r"\s*\(?\d{1,4}\)?")  # of comments, behind a headline that is printed again
SENTENCE = re.compile(r"[.!?…][”\"’)]?$")


class Offer(NamedTuple):
    """A story offered, and the block that names it."""

    item: RelatedItem
    block: Block


def others(offers: list[Offer], pages: frozenset[str], printed: frozenset[str]) -> Iterator[Offer]:
    """The offers without the page itself, its table of contents and addresses that tell no story.

    Where several headlines lead to one place, the links lost their addresses.
    """
    titles: dict[str, set[str]] = defaultdict(set)
    for item, _ in offers:
        if item.url and not is_kicker(item.title):
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


def _is_jump(offer: Offer) -> bool:
    """Whether it leads to a place inside the page, or is a button of few words."""
    links = [run.href for run in offer.block.runs if run.href]
    if not links:
        return False
    jumps = all(len(href) > 1 and href.startswith("#") for href in links)
    return jumps or letters_worth(offer.item.title) < MIN_LINKED


def distinct(offers: Iterator[Offer]) -> Iterator[RelatedItem]:
    """A story that is offered twice (a list above and below, a picture link and a title link) counts once."""
    kept: dict[str, Offer] = {}
    for offer in offers:
        key = offer.item.url or offer.item.title
        first = kept.setdefault(key, offer)
        if first is not offer:
            title = offer.item.title if _is_fuller(offer, first) else first.item.title
            block = offer.block if title == offer.item.title else first.block
            item = first.item._replace(title=title, summary=first.item.summary or offer.item.summary)
            kept[key] = Offer(item, block)
    yield from (offer.item for offer in kept.values())


def _is_fuller(offer: Offer, first: Offer) -> bool:
    """Whether the second name of a story is its headline, and the first one the theme above it."""
    title, before = offer.item.title, first.item.title
    if offer.block.tag in HEADING_TAGS:
        if first.block.tag not in HEADING_TAGS:
            return not _NUMBER.fullmatch(title.removeprefix(before))
        near = offer.block.index - first.block.index == 1
        return near and len(title) > len(before) and offer.block.tag <= first.block.tag
    longer = len(title) > len(before) and first.block.tag not in HEADING_TAGS
    return longer and is_kicker(before) and not SENTENCE.search(title)
