"""VNI, the Windows set of VNI Software (vnisoft.com): a letter and, after it, a code for its marks."""

from __future__ import annotations

import re

from cleaner.decode.charmap import Reader, word_of

_MARKS = "ùøûõïâáàåãäêéèúüë"
#: Plain letter -> the marked letters that the codes of `_MARKS` make of it, in that order.
_MARKED = {
    "a": "áàảãạâấầẩẫậăắằẳẵặ",
    "e": "éèẻẽẹêếềểễệ",
    "o": "óòỏõọôốồổỗộ",
    "u": "úùủũụ",
    "y": "ýỳỷỹ",
    "ô": "ớờởỡợ",
    "ö": "ứừửữự",
}
_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
#: A code for marks that follows no letter which takes them: text with it is not VNI.
LONE_MARK = re.compile(f"(?<![aeouyôö])[{_MARKS}]", re.IGNORECASE)


def _letters() -> dict[str, str]:
    """Every code of one or two characters to its letter; the case of the first decides."""
    small = dict(_SINGLE)
    for base, letters in _MARKED.items():
        small |= {base + mark: letter for mark, letter in zip(_MARKS, letters, strict=False)}
    title = {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items()}
    return small | title | {code.upper(): letter.upper() for code, letter in small.items()}


def _reader() -> Reader:
    letters = _letters()
    codes = re.compile("|".join(sorted(letters, key=len, reverse=True)))
    characters = sorted({char for code in letters for char in code if not char.isascii()})
    return word_of("".join(characters)), lambda text: codes.sub(lambda found: letters[found[0]], text)


vni = _reader()
