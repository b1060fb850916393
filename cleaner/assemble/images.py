"""The story's pictures: each with its caption once, where it stands, and how often the page prints that caption."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from cleaner.assemble.captions import Caption, captions, parts_of
from cleaner.assemble.credit import split_credit
from cleaner.assemble.inline import safe_url
from cleaner.assemble.shelf import Shelf
from cleaner.drawing import is_drawing
from cleaner.model import BODY_ROLES, KEPT_ROLES, Document, Image, ImageRef, Role, Verdict
from cleaner.text import fold

_NEAR = 2  # blocks between a picture and a caption that no figure holds together
_STORY = KEPT_ROLES | {Role.CAPTION, Role.CAPTION_DUPLICATE, Role.CREDIT, Role.TITLE}
_ABOVE = _STORY | {Role.DATE, Role.BYLINE, Role.AGENCY_SOURCE}


def images(document: Document, verdicts: tuple[Verdict, ...], base: str | None = None) -> tuple[Image, ...]:
    """The pictures of the story in page order, pictures without a caption among them, these each once.

    `copies` counts the places where a caption stands: blocks and, on HTML pages, the attributes of
    its picture (alt and the like) that repeat it. One with a caption has its `place` where the caption stands.
    base: the page's address, against which theirs are resolved.
    """
    told = [caption for caption in captions(document, verdicts) if caption.words or caption.credit]
    owners = _owners(document.images, told)
    copies = _copies(document, verdicts)
    found = [(caption.block.index, _image(caption, owners.get(caption.block.index), copies, base)) for caption in told]
    taken = set(owners.values())
    printed = {image.url for _, image in found}
    for reference in document.images:
        if reference not in taken and _is_in_story(reference, document, verdicts):
            url = safe_url(reference.url, base)
            if url and url not in printed:  # a picture that is shown twice, small and large
                printed.add(url)
                found.append((reference.block, Image(url, None)))
    return _placed(found, verdicts) if found else ()


def _placed(found: list[tuple[int, Image]], verdicts: tuple[Verdict, ...]) -> tuple[Image, ...]:
    """In page order, each with the number of blocks of the body before its own block."""
    before = list(accumulate((verdict.role in BODY_ROLES for verdict in verdicts), initial=0))
    return tuple(image._replace(place=before[block]) for block, image in sorted(found, key=lambda item: item[0]))


def _owners(references: tuple[ImageRef, ...], told: list[Caption]) -> dict[int, ImageRef]:
    """Caption block -> its picture: one of its figure, else the last one shortly before it."""
    shelf = Shelf([image for image in references if not is_drawing(image.url)] if told else ())
    owners: dict[int, ImageRef] = {}
    for caption in told:
        picture = shelf.take(caption.block.index, caption.block.figure, _NEAR)
        if picture is not None:
            owners[caption.block.index] = picture
    return owners


def _copies(document: Document, verdicts: tuple[Verdict, ...]) -> Counter[str]:
    """How often each caption stands again in a block."""
    pairs, copy = zip(document.blocks, verdicts, strict=True), Role.CAPTION_DUPLICATE
    return Counter(_key(*parts_of(block)) for block, verdict in pairs if verdict.role is copy)


def _image(caption: Caption, reference: ImageRef | None, copies: Counter[str], base: str | None) -> Image:
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
    if is_drawing(reference.url):
        return False
    at = reference.block
    before, after = verdicts[at - 1 : at] if at else (), verdicts[at : at + 2]
    if after and after[0].role is Role.CHROME and 0 <= reference.figure == document.blocks[at].figure:
        after = after[1:]
    return bool(reference.url and before and after) and before[0].role in _ABOVE and after[0].role in _STORY
