"""Whether the text conditions of one rule hold, and the words that prove it."""

from __future__ import annotations

from cleaner.rulebook.rule import Where
from cleaner.text import BULLETS, fold, fold_label

#: Starts and ends are compared within so many characters of the block.
EDGE_CHARS = 160
LINKED, UNLINKED = 0.8, 0.2  # shares of the text inside links from which, below which a block is (not) linked


def has_text_condition(where: Where) -> bool:
    """True when the words of a block are asked for, not only its measures."""
    return bool(where.line or where.starts or where.ends or where.pattern)


def only_selects(where: Where) -> bool:
    """True when a selector's cover is all that is asked for."""
    measured = where.min_chars or where.max_chars or where.linked is not None
    return not (measured or has_text_condition(where))


def fits(where: Where, size: int, link_share: float) -> bool:
    """The measures: length in characters, share of the text inside links (0..1)."""
    if size < where.min_chars or (where.max_chars and size > where.max_chars):
        return False
    if where.linked is None:
        return True
    return link_share >= LINKED if where.linked else link_share < UNLINKED


def proof(where: Where, text: str) -> str | None:
    """The evidence that all text conditions hold, None when one does not; a selector's cover is taken for given.

    text: NFC, white space collapsed.
    """
    if not has_text_condition(where):
        return f"inside {where.selectors[0]}"
    found = [holds(where, text) for holds in (_line, _start, _end, _pattern)]
    return None if None in found else next(filter(None, found))


def _line(where: Where, text: str) -> str | None:
    if not where.line:
        return ""
    label = fold_label(text)
    return f"line “{label}”" if label in where.line else None


def _start(where: Where, text: str) -> str | None:
    if not where.starts:
        return ""
    head = fold(text[:EDGE_CHARS]).lstrip(BULLETS)
    return next((f"starts with “{start}”" for start in where.starts if head.startswith(start)), None)


def _end(where: Where, text: str) -> str | None:
    if not where.ends:
        return ""
    tail = fold(text[-EDGE_CHARS:])
    return next((f"ends with “{end}”" for end in where.ends if tail.endswith(end)), None)


def _pattern(where: Where, text: str) -> str | None:
    if where.pattern is None:
        return ""
    match = where.pattern.search(text)
    return f"found “{match[0].strip()}”" if match else None
