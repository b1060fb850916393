"""Is a text Vietnamese in an old encoding, taken for Latin-1 or windows-1252? The proof, and the cure.

Every word that is no Vietnamese syllable as it stands is read in each old encoding. Only in the
right one do nearly all of them become syllables, everyday ones among them; in French, Polish or
Turkish few do, in any.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.decode import vietnamese
from cleaner.decode.syllable import COMMON, is_syllable
from cleaner.decode.vietnamese import Legacy

_SAMPLE = 500_000  # characters looked at
_WORDS = 4000  # different words weighed
_ASCII_LETTER = re.compile("[A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CHUNK = re.compile(r"[^<>\n]+")
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


class Finding(NamedTuple):
    """The words that speak for and against one encoding.

    words: different words that are no syllable as they stand. read: those that the encoding makes
    syllables. common: those among them that are everyday ones. font: a font name says the same.
    """

    legacy: Legacy
    words: int
    read: int
    common: int
    font: bool

    @property
    def share(self) -> float:
        return self.read / self.words if self.words else 0.0

    @property
    def proven(self) -> bool:
        if self.font:
            return self.read >= 3 and self.share >= 0.7 and self.common >= 1
        few = self.read >= 4 and self.share >= 0.8 and self.common >= 2
        return few or (self.read >= 8 and self.share >= 0.9)

    @property
    def likely(self) -> bool:
        """Enough to tell a person, not enough to change the text."""
        return self.read >= 3 and self.share >= 0.6 and self.common >= 1


def judge(text: str) -> Finding | None:
    """The old encoding that explains the text best, if any explains a word of it.

    Args:
        text: as its bytes read in Latin-1 or windows-1252.
    """
    sample = text[:_SAMPLE]
    findings = sorted((_weigh(sample, legacy) for legacy in vietnamese.ALL), key=_rank, reverse=True)
    return findings[0] if findings[0].read else None


def translate(text: str, legacy: Legacy) -> str:
    """The text with its old encoding read. What is Unicode Vietnamese already stays.

    A page whose frame is Unicode and whose story is not is read piece by piece (a line, or what
    stands between two tags), where the reading makes more syllables than the text as it is.
    """
    if not _UNICODE.search(text):
        return legacy.read(text)
    return _CHUNK.sub(lambda found: _better(found[0], legacy), text)


def _rank(finding: Finding) -> tuple[bool, float, int]:
    return finding.proven, finding.share * finding.read, finding.common


def _weigh(text: str, legacy: Legacy) -> Finding:
    odd = sorted(word for word in set(legacy.word.findall(text)) if _is_odd(word, legacy))[:_WORDS]
    read = [reading for word in odd if (reading := _reading(word, legacy))]
    common = len({reading.lower() for reading in read} & COMMON)
    font = legacy.font is not None and legacy.font.search(text) is not None
    return Finding(legacy, len(odd), len(read), common, font)


def _is_odd(word: str, legacy: Legacy) -> bool:
    """True for a word with letters beyond ASCII that is no Vietnamese syllable as it stands."""
    if word.isascii() or not _ASCII_LETTER.search(word) or is_syllable(word):
        return False
    return legacy.read(word) != word or any(char.isalpha() and not char.isascii() for char in word)


def _reading(word: str, legacy: Legacy) -> str:
    """What the word says in the encoding, or "" where that is no Vietnamese."""
    if legacy.never and legacy.never.search(word):
        return ""
    reading = legacy.read(word)
    parts = _LETTERS.findall(reading)
    return reading if reading != word and parts and all(map(is_syllable, parts)) else ""


def _better(chunk: str, legacy: Legacy) -> str:
    if chunk.isascii() or _UNICODE.search(chunk):
        return chunk
    reading = legacy.read(chunk)
    return reading if _syllables(reading) > _syllables(chunk) else chunk


def _syllables(text: str) -> int:
    return sum(map(is_syllable, _LETTERS.findall(text)))
