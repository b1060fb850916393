"""The words of a class or id name as a bit set of hint groups."""

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
_MAX_CHARS = 80  # a name beyond this is generated
_STEM = 4  # words at least this long may also open a longer one: "commentlist", "relatednews"
_STEMS = tuple(sorted((word for word in _WORD_BIT if len(word) > _STEM and word.isalpha()), key=len, reverse=True))
_STEM_RE = re.compile("|".join(_STEMS))


def hints(name: str) -> int:
    """The hint bits of one class or id name.

    >>> hints("article-body") == hints("articleBody") != 0
    True
    """
    bits = 0
    name = name[:_MAX_CHARS]
    name = name if name.islower() else _CAMEL.sub("-", name).lower()
    words = _LETTERS.findall(name)
    if not _OPENERS.isdisjoint(words):  # only then may the name hold a word of parts, which takes twice the time
        words = _WORD.findall(name)
    for word in words:
        bits |= _word_bits(word)
    return bits


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
