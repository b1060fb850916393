"""The article as it is printed from top to bottom: blocks of the body, and pictures between them.

`Article.body` and `Article.images` are two lists; where a picture stood among the paragraphs is
known from the ledger alone, whose caption entries lie between the entries of the paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    for place, image in _image_places(result):
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


def _image_places(result: CleanResult) -> list[tuple[int, Image]]:
    """(number of body blocks before it, picture); one without a caption stays with the one before."""
    positions = body_positions(result.ledger, result.article.body)
    spots = [
        (position, squeeze(shown(entry)))
        for position, entry in zip(positions, result.ledger, strict=True)
        if entry.role in _CAPTION_ROLES
    ]
    places: list[tuple[int, Image]] = []
    for image in result.article.images:
        before = places[-1][0] if places else 0
        places.append((_spot(image, spots, before), image))
    return places


def _spot(image: Image, spots: list[tuple[int, str]], default: int) -> int:
    """Takes the first caption entry that shares the picture's words off the list."""
    words = [squeeze(text) for text in (image.caption, image.credit) if text]
    for number, (position, text) in enumerate(spots):
        if any(word in text or text in word for word in words):
            del spots[number]
            return position
    return default
