"""The words of class and id names as a bit set of hint groups."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.flags import HINT_GROUPS

_WORD_BIT = {word: 1 << bit for bit, (_, words) in enumerate(HINT_GROUPS) for word in words}
#: Words of two and more parts first, so that "read-more" is not read as "more".
_WORD = re.compile(
    r"(?:"
    + "|".join(sorted((re.escape(word) for word in _WORD_BIT if "-" in word), key=len, reverse=True))
    + r")(?![a-z])|[a-z]+"
)
_LETTERS = re.compile("[a-z]+")
_OPENERS = frozenset(word.partition("-")[0] for word in _WORD_BIT if "-" in word)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CREDIT = frozenset(
    "credit credits creditline copyright source author autor photographer fotograf quelle fuente fonte".split()
)
_MAX_CHARS = 80  # a name beyond this is generated
_STEM = 4  # words at least this long may also open a longer one: "commentlist", "relatednews"
_STEMS = tuple(sorted((word for word in _WORD_BIT if len(word) > _STEM and word.isalpha()), key=len, reverse=True))
#: By their first letters, so that at each letter of a word a handful is tried instead of all; the longest first.
_STEM_RE = re.compile(
    "|".join(
        f"{first}(?:{'|'.join(stem[1:] for stem in _STEMS if stem[0] == first)})"
        for first in sorted({stem[0] for stem in _STEMS})
    )
)


def hints(*names: str) -> int:
    """The hint bits of class or id names.

    >>> hints("article-body") == hints("articleBody") == hints("article", "body") != 0
    True
    """
    text = " ".join(names)
    if len(text) > _MAX_CHARS:
        text = " ".join([name[:_MAX_CHARS] for name in names])
    text = _parted(text)
    words = _LETTERS.findall(text)
    if not _OPENERS.isdisjoint(words):  # only then may a name hold a word of parts, which takes twice the time
        words = _WORD.findall(text)
    bits = 0
    for word in words:
        bits |= _word_bits(word)
    return bits


def names_credit(classes: str) -> bool:
    """Whether class names, of what stands in a picture's frame, call it the name of whose picture it is.

    >>> names_credit("caption__source"), names_credit("photoCredit small"), names_credit("resource accredited")
    (True, True, False)
    """
    return not _CREDIT.isdisjoint(_LETTERS.findall(_parted(classes)))


def _parted(text: str) -> str:
    """In small letters, with a hyphen where a name went on with a large one."""
    return text if text.islower() else _CAMEL.sub("-", text).lower()


@lru_cache(maxsize=8192)
def _word_bits(word: str) -> int:
    """Pure, the bounded cache only saves time."""
    exact = _WORD_BIT.get(word)
    if exact is not None:
        return exact
    bits = 0
    for stem in _STEM_RE.findall(word):
        bits |= _WORD_BIT[stem]
    return bits
