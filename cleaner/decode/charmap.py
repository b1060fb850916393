"""Old Vietnamese encodings of one byte a letter (or letter and tone), as tables and their readers.

TCVN3 (ABC) is TCVN 5712:1993, VN3 (VN2 is ISO-IR 180). It has no capital letters with a tone: a
page prints them in a capitals-only font (.VnTimeH) over the codes of the small letters. They are
read as the small letters they are coded as, except in a word whose other letters are capitals. The
capitals of the fuller set VN1 are read as well, where they do not collide with quotation marks.
VISCII is RFC 1456. Windows-1258 is Microsoft's code page: its tones are combining marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from cleaner.decode.syllable import is_syllable
from cleaner.decode.western import FROM_LATIN_1, misread

#: The pattern of an encoding's words as they are misread, and its reader: misread text -> Vietnamese.
Reader = tuple[re.Pattern[str], Callable[[str], str]]

# 16 codes a line from 0x80 on; "." is a code without a letter (in VN1 also: a combining tone).
_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
    "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    ".ĂÂÊÔƠƯĐăâêôơưđẰ"
    ".....àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOW = {1: "Ú", 2: "Ụ", 4: "Ừ", 5: "Ử", 6: "Ữ", 17: "Ứ", 18: "Ự", 19: "Ỳ", 20: "Ỷ", 21: "Ỹ", 22: "Ý", 23: "Ỵ"}
_TCVN_MARKS = "€‚„…†‡‰‹‘’“”•–—™›©·»º¯¿"
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "Õắằặấầẩậẽẹếềểễệố"
    "ồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉ"
    "đựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ"}
_VISCII_MARKS = "\xa0"
_ASCII_SMALL = re.compile("[a-z]")
_CP1258 = bytes(range(0xC0, 0x100)).decode("cp1258")


def word_of(characters: str) -> re.Pattern[str]:
    """A run of ASCII letters and the given characters."""
    return re.compile(f"[A-Za-z{re.escape(characters)}]+")


def _reader(codes: dict[int, str], marks: str = "", finish: Callable[[str], str] = str) -> Reader:
    """The words and the reader of an encoding.

    Some codes stand for a letter here and for a mark in windows-1252 (`marks`): © is â in TCVN3,
    and a no-break space is Õ in VISCII. Such a character is read as its letter where that makes
    a syllable ("t©m", "V\\xa0"), and at the edge of a word that is whole without it only where the
    letter is a small one; else it stays a mark ("© 2003", "“Anh").
    """
    table = {ord(char): letter for code, letter in codes.items() for char in misread(code)}
    word = word_of("".join(map(chr, table)))
    mark = re.compile(f"([{re.escape(marks)}]+)" if marks else "(?!)")

    def letters(text: str) -> str:
        return finish(text.translate(table))

    def read_marked(text: str) -> str:
        full, core = letters(text), text.strip(marks)
        if core and is_syllable(full) and (core == text or full.islower() or not is_syllable(letters(core))):
            return full
        return "".join(part.translate(FROM_LATIN_1) if mark.match(part) else letters(part) for part in mark.split(text))

    def read_word(found: re.Match[str]) -> str:
        text = found[0]
        if text.isascii() and text.isprintable():
            return text
        return read_marked(text) if mark.search(text) else letters(text)

    return word, lambda text: word.sub(read_word, text)


def _codes(first: int, letters: str) -> dict[int, str]:
    return {code: letter for code, letter in enumerate(letters, first) if letter != "."}


def _all_capitals(word: str) -> str:
    """TCVN3's small letters with a tone as capitals, in a word whose other letters are capitals."""
    if _ASCII_SMALL.search(word) or sum(map(str.isupper, word)) < 2:
        return word
    return word.upper()


def _compose(word: str) -> str:
    return unicodedata.normalize("NFC", word)


tcvn3 = _reader(
    _codes(0x80, _TCVN) | _TCVN_LOW, _TCVN_MARKS + _TCVN_MARKS.encode("cp1252").decode("latin-1"), _all_capitals
)
viscii = _reader(_codes(0x80, _VISCII) | _VISCII_LOW, _VISCII_MARKS)
windows_1258 = _reader(_codes(0xC0, _CP1258), finish=_compose)
