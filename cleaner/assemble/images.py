"""The story's pictures: each with its caption once, and how often the page prints that caption."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.assemble.credit import is_mark, marked_credit, split_credit
from cleaner.assemble.credit_kind import credit_kind
from cleaner.assemble.inline import safe_url
from cleaner.assemble.shelf import Shelf
from cleaner.flags import CREDIT
from cleaner.model import KEPT_ROLES, Block, Document, Image, ImageRef, Role, Verdict
from cleaner.shown import shown
from cleaner.text import fold

_MIN_SLIDES, _UNDER = 4, 0.75  # pictures, and the share of the texts that have one
#: Names of files that are icons, buttons and what stands in for a picture until it is loaded.
_DECORATION = re.compile(
    r"(?i)(?:[-_./]|^)(?:icons?|spacer|[a-z]*-?placeholder[a-z]*)(?:[-_./]|$)|(?-i:[A-Za-z]Icon\.)"
    r"|/(?:blank|transparent|pixel|1x1|leer|empty|loading|loader|spinner|print|email|share|arrow)\.(?:gif|png|svg|webp)$"
)
_MOST_SMALL = 5  # words in small letters that a credit has
_NEAR = 2  # blocks between a picture and a caption that no figure holds together
#: The rule by which `settle` makes a caption body: it is a caption all the same.
TOLD = "shape.photo-story"
_STORY = KEPT_ROLES | {Role.CAPTION, Role.CAPTION_DUPLICATE, Role.CREDIT, Role.TITLE}
_ABOVE = _STORY | {Role.DATE, Role.BYLINE, Role.AGENCY_SOURCE}


class _Caption(NamedTuple):
    """A printed caption, its credit taken off."""

    block: Block
    words: str | None
    credit: str | None
    kind: str | None


def images(document: Document, verdicts: tuple[Verdict, ...], base: str | None = None) -> tuple[Image, ...]:
    """The pictures of the story in page order, pictures without a caption among them.

    `copies` counts the places where a caption stands: blocks and, on HTML pages, the attributes of
    its picture (alt and the like) that repeat it. base: the page's address, against which theirs are resolved.
    """
    captions = [caption for caption in _captions(document, verdicts) if caption.words or caption.credit]
    owners = _owners(tuple(image for image in document.images if not _is_drawing(image)) if captions else (), captions)
    copies = _copies(document, verdicts)
    placed = [
        (caption.block.index, _image(caption, owners.get(caption.block.index), copies, base)) for caption in captions
    ]
    taken = set(owners.values())
    printed = {image.url for _, image in placed}
    for reference in document.images:
        if reference not in taken and _is_in_story(reference, document, verdicts):
            url = safe_url(reference.url, base)
            if url and url not in printed:  # a picture that is shown twice, small and large
                printed.add(url)
                placed.append((reference.block, Image(url, None)))
    return tuple(image for _, image in sorted(placed, key=lambda item: item[0]))


def _captions(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[_Caption]:
    """Every caption with its credit; a credit right behind a caption without one, or right before it, belongs to it."""
    waiting: _Caption | None = None
    slides = _slides(document, verdicts)
    pictured = frozenset(image.block for image in document.images)
    printed, credited = Role.CAPTION, Role.CREDIT
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        is_caption = verdict.role is printed or verdict.rule == TOLD or block.index in slides
        if not is_caption and verdict.role is not credited:
            if waiting and verdict.role is not Role.CAPTION_DUPLICATE:
                yield waiting
                waiting = None
            continue
        found = _Caption(block, *_parts(block))
        if waiting and waiting.credit is None and (verdict.role is credited or _is_bare(found, waiting)):
            credit = _as_credit(found)
            waiting = waiting._replace(credit=credit.credit, kind=credit.kind)
            continue
        if not (is_caption or (found.words and found.credit is None and _is_told(found.words))):
            found = _as_credit(found)
        if waiting and found.credit is None and block.index not in pictured and _is_headed(waiting, block):
            waiting = waiting._replace(words=found.words)
            continue
        if waiting:
            yield waiting
        waiting = found if found.words or found.credit or is_caption else None
    if waiting:
        yield waiting


def _as_credit(caption: _Caption) -> _Caption:
    """What is a credit and nothing else: without a mark, its words are the credit."""
    _, words, credit, kind = caption
    return caption._replace(words=None, credit=credit or words, kind=kind or (credit_kind(words) if words else None))


def _parts(block: Block) -> tuple[str | None, str | None, str | None]:
    """Words, credit and the credit's kind; where no wording tells the credit, by the markup."""
    parts = split_credit(shown(block))
    told = parts[1] is not None or not any(run.style & CREDIT for run in block.runs)
    words, credit, kind = parts if told else marked_credit(block) or parts
    return words if _is_worded(words) else None, credit, kind


def _is_bare(found: _Caption, before: _Caption) -> bool:
    """Whether it is nothing but a credit, in the frame that holds the caption before it."""
    return found.words is None and before.words is not None and found.block.figure == before.block.figure


def _is_headed(credit: _Caption, block: Block) -> bool:
    """Whether the credit stands right before the caption, in one frame."""
    return credit.words is None and block.figure == credit.block.figure >= 0 and block.index - credit.block.index == 1


def _is_worded(words: str | None) -> bool:
    """Neither a number, "(169)", nor what only announces a credit: "Foto:"."""
    return words is not None and any(map(str.isalpha, words)) and not is_mark(words)


def _is_told(words: str) -> bool:
    """Whether what a credit's mark opens tells what is seen: "Video: Firemen reach the last house by boat"."""
    return sum(word[:1].islower() for word in words.split()) > _MOST_SMALL


def _slides(document: Document, verdicts: tuple[Verdict, ...]) -> frozenset[int]:
    """Body blocks that stand right under the pictures of a slide show and tell the story: captions, too."""
    told: dict[int, list[int]] = {}
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        if block.figure >= 0 and verdict.role is Role.BODY:
            told.setdefault(block.figure, []).append(block.index)
    photos = [image for image in document.images if not _is_drawing(image)] if told else []
    shown = Counter(photo.figure for photo in photos)
    shows = (blocks for figure, blocks in told.items() if shown[figure] >= max(_MIN_SLIDES, len(blocks) / 2))
    return frozenset(index for blocks in shows if _is_one_each(photos, blocks) for index in blocks)


def _is_one_each(pictures: list[ImageRef], blocks: list[int]) -> bool:
    """Whether most of the texts have a picture of their own, between the text before and them."""
    starts = [bisect_left(blocks, picture.block) for picture in pictures]  # the text under each picture
    return len(set(starts) - {len(blocks)}) >= _UNDER * len(blocks)


def _owners(references: tuple[ImageRef, ...], captions: list[_Caption]) -> dict[int, ImageRef]:
    """Caption block -> its picture: one of its figure, else the last one shortly before it."""
    shelf = Shelf(references if captions else ())
    owners: dict[int, ImageRef] = {}
    for caption in captions:
        picture = shelf.take(caption.block.index, caption.block.figure, _NEAR)
        if picture is not None:
            owners[caption.block.index] = picture
    return owners


def _copies(document: Document, verdicts: tuple[Verdict, ...]) -> Counter[str]:
    """How often each caption stands again in a block."""
    pairs, copy = zip(document.blocks, verdicts, strict=True), Role.CAPTION_DUPLICATE
    return Counter(_key(*_parts(block)) for block, verdict in pairs if verdict.role is copy)


def _image(caption: _Caption, reference: ImageRef | None, copies: Counter[str], base: str | None) -> Image:
    attributes = reference.attributes if reference else ()
    prints = 1
    if copies or attributes:
        key = _key(caption.words, caption.credit)
        prints += copies.pop(key, 0) + sum(_key(*split_credit(text)) == key for _, text in attributes)
    url = safe_url(reference.url, base) if reference else None
    return Image(url, caption.words, caption.credit, caption.kind, prints)


def _key(words: str | None, credit: str | None, _: str | None = None) -> str:
    """What two prints of one caption share: its letters and digits, without the credit."""
    return "".join(filter(str.isalnum, fold(words or credit or "")))


def _is_in_story(reference: ImageRef, document: Document, verdicts: tuple[Verdict, ...]) -> bool:
    """A picture with an address above a block of the story, and under one or under what stands below the headline.

    A placeholder where nobody wrote a caption is passed by, and so is a drawing.
    """
    if _is_drawing(reference):
        return False
    at = reference.block
    before, after = verdicts[at - 1 : at] if at else (), verdicts[at : at + 2]
    if after and after[0].role is Role.CHROME and 0 <= reference.figure == document.blocks[at].figure:
        after = after[1:]
    return bool(reference.url and before and after) and before[0].role in _ABOVE and after[0].role in _STORY


def _is_drawing(reference: ImageRef) -> bool:
    """An icon, a logo, a button, or what stands where a picture will be; a photograph may be of a fashion icon."""
    path = reference.url.partition("?")[0]
    if path.endswith((".jpg", ".jpeg", ".JPG")):
        return False
    return path.lower().endswith(".svg") or bool(_DECORATION.search(path))
