"""The ledger: every block with its verdict and place, and the copies that stood in attributes."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Block, Document, ImageRef, LedgerEntry, Role, Verdict
from cleaner.text import fold

_FIGURED = frozenset((Role.CAPTION, Role.BODY))  # what may be the words of a picture


def ledger(document: Document, verdicts: tuple[Verdict, ...]) -> tuple[LedgerEntry, ...]:
    """The entries in page order. Those with a path that ends in "/@name" stood in an attribute.

    The texts of all other entries are the page's visible text, white space aside, each piece once.
    """
    captions = {
        fold(block.text): block.index
        for block, verdict in zip(document.blocks, verdicts, strict=True)
        if block.figure >= 0 and verdict.role in _FIGURED
    }
    copies = _copies_by_block(document, captions) if captions else {}
    entries: list[LedgerEntry] = []
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        entries.append(_entry(len(entries), block, verdict))
        for image, name, text in copies.get(block.index, ()):
            entries.append(_copy(len(entries), image, name, text, block.index))
    return tuple(entries)


def _entry(number: int, block: Block, verdict: Verdict) -> LedgerEntry:
    role, kept, rule, evidence, confidence = verdict
    start, end = (block.start, block.end) if block.start >= 0 else (None, None)
    return LedgerEntry(number, block.text, role, kept, rule, evidence, confidence, start, end, block.path or None)


def _copies_by_block(document: Document, captions: dict[str, int]) -> dict[int, list[tuple[ImageRef, str, str]]]:
    found: dict[int, list[tuple[ImageRef, str, str]]] = {}
    for image, name, text in _attributes(document):
        original = captions.get(fold(text))
        if original is not None:
            found.setdefault(original, []).append((image, name, text))
    return found


def _attributes(document: Document) -> Iterator[tuple[ImageRef, str, str]]:
    return ((image, name, text) for image in document.images for name, text in image.attributes)


def _copy(number: int, image: ImageRef, name: str, text: str, original: int) -> LedgerEntry:
    evidence = f"the {name} attribute repeats block {original}"
    path = f"{image.path}/@{name}"
    return LedgerEntry(number, text, Role.CAPTION_DUPLICATE, False, "repeat.attribute", evidence, 0.95, path=path)
