"""Letters of all blocks counted at once: one look-up table, one histogram."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

#: Classes of characters; a block's letters are counted by these.
CLASSES = (
    "lower", "upper", "digit", "ideograph", "space", "stop", "comma", "quote", "dash", "colon", "bar", "arrow",
    "at", "copyright", "currency", "bracket", "slash", "break", "other",
)  # fmt: skip
_CLASS = {name: code for code, name in enumerate(CLASSES)}
_SIGNS = {
    "stop": ".!?…。！？।؟۔",
    "comma": ",;、，；،",
    "quote": "\"'“”„«»‘’‹›「」『』",
    "dash": "-–—‑",
    "colon": ":：",
    "bar": "|·•●▪■*",
    "arrow": "→←↑↓►▶▼▲>+",
    "at": "@#",
    "copyright": "©®™",
    "currency": "$€£¥₫%",
    "bracket": "()[]{}",
    "slash": "/\\_=&~",
    "break": "\n",
}
_TABLE_SIZE = 0x3000  # characters from here on are taken for ideographs and their kin
#: The same story told in Chinese, Japanese or Korean has about four characters where English has three words.
_WORD_SHARE = 0.75
_PLANE = 0x10000  # nearly all pages stay within the first plane of Unicode
_LETTER_CODES = np.isin(np.arange(len(CLASSES)), [_CLASS[name] for name in ("lower", "upper", "digit")])


def _class_table() -> npt.NDArray[np.uint8]:
    """Class code of each character below _PLANE, by its Unicode general category."""
    table = np.full(_PLANE, _CLASS["ideograph"], dtype=np.uint8)
    table[:_TABLE_SIZE] = _CLASS["other"]
    kinds = {"Lu": "upper", "Lt": "upper", "Nd": "digit", "Zs": "space", "Cc": "space"}
    for code in range(_TABLE_SIZE):
        category = unicodedata.category(chr(code))
        name = kinds.get(category) or ("lower" if category[0] in "LM" else "other")
        table[code] = _CLASS[name]
    for name, signs in _SIGNS.items():
        for sign in signs:
            if ord(sign) < _TABLE_SIZE:
                table[ord(sign)] = _CLASS[name]
    return table


_TABLE = _class_table()


def _classes(text: str) -> npt.NDArray[np.uint8]:
    """The class code of each character."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return _TABLE[np.frombuffer(units, dtype=np.uint16)]
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _TABLE[np.minimum(codes, _PLANE - 1)]


class Letters:
    """What the letters of n blocks tell.

    counts: int64 (len(CLASSES), n). words: float64 (n,), runs of letters and digits, plus three
    quarters of a word for each ideograph. first, last: class codes of the outermost characters, uint8 (n,).
    """

    def __init__(self, texts: Sequence[str]) -> None:
        joined = "\n".join(texts) + "\n"
        classes = _classes(joined)
        self.sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        ends = (self.sizes + 1).cumsum() - 1
        starts = ends - self.sizes
        self.first = classes[starts]
        self.last = classes[np.maximum(ends - 1, 0)]
        owner = np.repeat(np.arange(len(texts)), self.sizes + 1)
        place = np.multiply(classes, len(texts), dtype=np.intp) + owner
        self.counts = np.bincount(place, minlength=len(CLASSES) * len(texts)).reshape(len(CLASSES), len(texts))
        self.counts[_CLASS["break"]] -= 1  # the one that joined it to the next block
        letter = _LETTER_CODES[classes]
        begins = letter[1:] & ~letter[:-1]
        runs = np.bincount(owner[1:][begins], minlength=len(texts)) + letter[starts]
        self.words = runs + _WORD_SHARE * self.count("ideograph")

    def count(self, *names: str) -> npt.NDArray[np.int64]:
        """How many characters of these classes each block has."""
        first, *others = (self.counts[_CLASS[name]] for name in names)
        total: npt.NDArray[np.int64] = sum(others, start=first)
        return total

    def ends_with(self, name: str) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = self.last == _CLASS[name]
        return found

    def starts_with(self, name: str) -> npt.NDArray[np.bool_]:
        found: npt.NDArray[np.bool_] = self.first == _CLASS[name]
        return found
