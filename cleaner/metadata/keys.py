"""Text reduced to what two spellings of one thing have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cleaner.text import fold

_NOT_WORD = re.compile(r"[\W_]+")
_MAX_REMEMBERED = 200
_SLUG_LETTERS = str.maketrans("đðıøłæœß", "ddiolaos")


def key(text: str) -> str:
    """Letters and digits only, folded: "Xung đột: 'Nóng'!" and "xung đột – nóng" are the same.

    >>> key("It’s  over") == key("It's over!")
    True
    """
    return _remembered(text) if len(text) <= _MAX_REMEMBERED else _reduced(text)


def _reduced(text: str) -> str:
    return _NOT_WORD.sub("", text.casefold() if text.isascii() else fold(text))


# A page spells its title and its site's name in a dozen places; the cache only saves time.
_remembered = lru_cache(maxsize=512)(_reduced)


def slug(text: str) -> str:
    """The text as an address spells it: no marks, words joined by "-".

    >>> slug("Thể thao & Đời sống")
    'the-thao-doi-song'
    """
    letters = text.casefold().translate(_SLUG_LETTERS)
    # In pieces, since sorting endless marks takes quadratic time; here all marks go, in whatever order.
    bare = "".join(unicodedata.normalize("NFD", letters[at : at + 64]) for at in range(0, len(letters), 64))
    ascii_only = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return _NOT_WORD.sub("-", ascii_only).strip("-")


def host_spelling(text: str) -> str:
    """The text as a host's name spells it, without what joins words.

    >>> host_spelling("Dân Trí")
    'dantri'
    """
    return slug(text).replace("-", "")
