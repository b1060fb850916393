"""Text conditions that tell some blocks by their words: a whole label, a common start, a common end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleaner.rulebook.conditions import fits, proof
from cleaner.rulebook.rule import Where
from cleaner.text import BULLETS, collapse, fold, fold_label

#: Conditions by their names in the format, as pairs.
Conditions = tuple[tuple[str, tuple[str, ...] | int], ...]
_LABEL = 60  # characters of a line that may be a label
_LABEL_WORDS = 10
_LINE = 200  # characters beyond which a text is prose, whatever it begins or ends with
_LEAST, _MOST = 6, 80  # folded characters of a start or an end, as the loader asks
_OPENING = re.compile(r"^[^:]{5,40}:")
_BRACKETS = re.compile(r"\([^()]{4,70}\)\W?$")
_STOPPED = re.compile(r"[.!?…]$")


def tell_by_words(texts: Sequence[str], others: Sequence[str]) -> Conditions | None:
    """The most general condition that all these texts meet and none of the others; None when there is none.

    Whole sentences are not taken: a rule is for a kind of line, never for one page.
    """
    lines = [collapse(text) for text in texts]
    if max(map(len, lines)) > _LINE:
        return None
    for conditions in (*_starts(lines), *_ends(lines), *_labels(lines)):
        if all(_holds(conditions, text) for text in lines) and not any(_holds(conditions, text) for text in others):
            return conditions
    return None


def _labels(lines: Sequence[str]) -> Iterator[Conditions]:
    if all(_is_label(line) for line in lines):
        yield (("line", tuple({fold_label(line): line for line in lines}.values())),)


def _is_label(line: str) -> bool:
    short = len(line) <= _LABEL and len(line.split()) <= _LABEL_WORDS
    return short and bool(fold_label(line)) and not (_STOPPED.search(line) and len(line) > _LABEL // 2)


def _starts(lines: Sequence[str]) -> Iterator[Conditions]:
    """Up to a colon when there is one line, else what all begin with, cut at a word."""
    folded = [fold(line).lstrip(BULLETS) for line in lines]
    opening = _OPENING.match(folded[0])
    start = opening[0] if opening and len(folded) == 1 else _whole_words(_common(folded)) if folded[1:] else ""
    if _LEAST <= len(start) <= _MOST:
        yield _bounded(lines, "starts", start)


def _ends(lines: Sequence[str]) -> Iterator[Conditions]:
    """The brackets at the end of one line, else what all end with."""
    folded = [fold(line) for line in lines]
    closing = _BRACKETS.search(folded[0])
    backwards = _whole_words(_common([line[::-1] for line in folded])) if folded[1:] else ""
    end = closing[0] if closing and len(folded) == 1 else backwards[::-1]
    if _LEAST <= len(end) <= _MOST:
        yield _bounded(lines, "ends", end)


def _common(texts: Sequence[str]) -> str:
    """The letters with which all begin."""
    return "".join(letters[0] for letters in takewhile(lambda column: len(set(column)) == 1, zip(*texts, strict=False)))


def _whole_words(text: str) -> str:
    """The text up to its last space or sign, so that no word is cut."""
    return re.sub(r"\w+$", "", text).rstrip()


def _bounded(lines: Sequence[str], name: str, text: str) -> Conditions:
    """With a bound on the length: a paragraph that happens to begin alike is prose."""
    longest = max(map(len, lines))
    return (("max_chars", (2 * longest + 9) // 10 * 10), (name, (text,)))


def _holds(conditions: Conditions, text: str) -> bool:
    given = dict(conditions)
    where = Where(
        line=frozenset(map(fold_label, _texts(given.get("line")))),
        starts=_texts(given.get("starts")),
        ends=_texts(given.get("ends")),
        max_chars=int(str(given.get("max_chars", 0))),
    )
    line = collapse(text)
    return fits(where, len(line), 0.0) and proof(where, line) is not None


def _texts(value: tuple[str, ...] | int | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
