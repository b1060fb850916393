"""The captions of a page, each with its credit."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.assemble.credit import is_mark, marked_credit, split_credit
from cleaner.assemble.credit_kind import credit_kind
from cleaner.drawing import is_drawing
from cleaner.flags import CREDIT
from cleaner.model import Block, Document, ImageRef, Role, Verdict
from cleaner.shown import shown

_MIN_SLIDES, _UNDER = 4, 0.75  # pictures, and the share of the texts that have one
_MOST_SMALL = 5  # words in small letters that a credit has
#: The rule by which `settle` makes a caption body: it is a caption all the same.
TOLD = "shape.photo-story"


class Caption(NamedTuple):
    """A printed caption, its credit taken off."""

    block: Block
    words: str | None
    credit: str | None
    kind: str | None


def captions(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[Caption]:
    """Every caption and lone credit; a credit right behind a caption without one, or right before it, belongs to it."""
    waiting: Caption | None = None
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
        found = Caption(block, *parts_of(block))
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


def _as_credit(caption: Caption) -> Caption:
    """What is a credit and nothing else: without a mark, its words are the credit."""
    _, words, credit, kind = caption
    return caption._replace(words=None, credit=credit or words, kind=kind or (credit_kind(words) if words else None))


def parts_of(block: Block) -> tuple[str | None, str | None, str | None]:
    """Words, credit and the credit's kind; where no wording tells the credit, by the markup."""
    parts = split_credit(shown(block))
    told = parts[1] is not None or not any(run.style & CREDIT for run in block.runs)
    words, credit, kind = parts if told else marked_credit(block) or parts
    return words if _is_worded(words) else None, credit, kind


def _is_bare(found: Caption, before: Caption) -> bool:
    """Whether it is nothing but a credit, in the frame that holds the caption before it."""
    return found.words is None and before.words is not None and found.block.figure == before.block.figure


def _is_headed(credit: Caption, block: Block) -> bool:
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
    photos = [image for image in document.images if not is_drawing(image.url)] if told else []
    shown = Counter(photo.figure for photo in photos)
    shows = (blocks for figure, blocks in told.items() if shown[figure] >= max(_MIN_SLIDES, len(blocks) / 2))
    return frozenset(index for blocks in shows if _is_one_each(photos, blocks) for index in blocks)


def _is_one_each(pictures: list[ImageRef], blocks: list[int]) -> bool:
    """Whether most of the texts have a picture of their own, between the text before and them."""
    starts = [bisect_left(blocks, picture.block) for picture in pictures]  # the text under each picture
    return len(set(starts) - {len(blocks)}) >= _UNDER * len(blocks)
