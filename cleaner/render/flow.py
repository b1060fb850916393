"""The article as it is printed from top to bottom: blocks of the body, and pictures between them.

`Article.body` and `Article.images` are two lists; each picture says how many of the paragraphs stand before it. In
results of older versions it does not: there the ledger tells it of those with a caption, whose entries lie between
the entries of the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from cleaner.model import BODY_ROLES, Article, BodyBlock, CleanResult, Image, LedgerEntry, Role
from cleaner.render.profile import Profile
from cleaner.text import resolved, squeeze

#: How many body blocks ahead an entry's text is looked for; one entry is one block, save for
#: entries that were merged into the block before them (table rows).
_AHEAD = 8

_CAPTION_ROLES = frozenset({Role.CAPTION, Role.CREDIT})


def flow(result: CleanResult, profile: Profile) -> tuple[BodyBlock | Image, ...]:
    """Body blocks in page order, with each picture before the block that it preceded."""
    body = result.article.body
    if not profile.figures:
        return body
    places: dict[int, list[Image]] = {}
    for place, image in zip(_image_places(result), result.article.images, strict=True):
        places.setdefault(place, []).append(image)
    pieces: list[BodyBlock | Image] = []
    for number in range(len(body) + 1):
        pieces += places.get(number, ())
        pieces += body[number : number + 1]
    return tuple(pieces)


def lead(article: Article, profile: Profile) -> tuple[str, ...]:
    """The paragraphs of the lead, when the page printed one and the profile keeps it."""
    return printed_lead(article) if profile.lead else ()


def printed_lead(article: Article) -> tuple[str, ...]:
    """The paragraphs of the lead, one a line of `summary`; none when it is not in the text (taken from metadata)."""
    parts = tuple(part for part in (article.summary or "").split("\n") if part)
    return parts if article.text.startswith("\n\n".join(parts)) else ()


def body_positions(ledger: Sequence[LedgerEntry], body: Sequence[BodyBlock]) -> tuple[int, ...]:
    """For each ledger entry, how many body blocks begin before it or with it."""
    texts = [squeeze(block.text) for block in body]
    return tuple(accumulate(ledger, lambda begun, entry: _begun(entry, texts, begun), initial=0))[1:]


def first_entries(ledger: Sequence[LedgerEntry], body: Sequence[BodyBlock]) -> dict[int, LedgerEntry]:
    """Number of a body block -> the ledger entry that it begins with, for blocks of which one is found."""
    begun = pairwise((0, *body_positions(ledger, body)))
    return {after - 1: entry for entry, (before, after) in zip(ledger, begun, strict=True) if after > before}


def shown(entry: LedgerEntry) -> str:
    """What a reader reads of an entry; the lines of a text page keep entities as they were printed."""
    return resolved(entry.text) if entry.start is not None else entry.text


def _begun(entry: LedgerEntry, texts: Sequence[str], begun: int) -> int:
    if not entry.kept or entry.role not in BODY_ROLES:
        return begun
    wanted = squeeze(shown(entry))
    for number in range(begun, min(begun + _AHEAD, len(texts))):
        if wanted in texts[number]:
            return number + 1
    return begun


def _image_places(result: CleanResult) -> list[int]:
    """How many body blocks stand before each picture; who sent the result may have written any number.

    Where nobody noted it, one without a caption stays with the one before.
    """
    images, most = result.article.images, len(result.article.body)
    unknown = any(image.place is None for image in images)
    spots = list(_caption_spots(result.ledger, result.article.body)) if unknown else []
    places = [0]
    for image in images:
        place = _spot(image, spots, places[-1]) if image.place is None else image.place
        places.append(max(0, min(place, most)))
    return places[1:]


def _caption_spots(ledger: Sequence[LedgerEntry], body: Sequence[BodyBlock]) -> Iterator[tuple[int, str]]:
    """(number of body blocks before it, its words) of each caption and credit."""
    for position, entry in zip(body_positions(ledger, body), ledger, strict=True):
        if entry.role in _CAPTION_ROLES:
            yield position, squeeze(shown(entry))


def _spot(image: Image, spots: list[tuple[int, str]], default: int) -> int:
    """Takes the first caption that shares the picture's words off the list."""
    words = [squeeze(text) for text in (image.caption, image.credit) if text]
    for number, (position, text) in enumerate(spots):
        if any(word in text or text in word for word in words):
            del spots[number]
            return position
    return default
