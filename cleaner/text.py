"""Text as it is matched: folded for comparison, never for output."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_SIDES = re.compile(r"\s+[|·•»–—-]+\s+|\s?[|｜]\s?")
_SPACE = re.compile(r"\s+")
_MAX_TITLE = 500
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKS = re.compile(r"([^\w\s]{32})")  # combining marks are no word characters
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SPECIAL_SPACE = re.compile(f"[{_INVISIBLE}]")
# Vietnamese places the tone of oa, oe, uy on either vowel (hoà = hòa); the newer placement, on the second
# vowel, is folded to the older one, which newspapers print. Only syllables that end there differ: "toàn" does not.
_TONE_PAIRS = {
    second + tone: first
    for pair in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
    for second, first in [(pair, pair[0] + tone + pair[1])]
}
_TONE_TABLE = {unicodedata.normalize("NFC", new): unicodedata.normalize("NFC", old) for new, old in _TONE_PAIRS.items()}
_OPENS_MARKED = frozenset("#_*[!")
_NESTED = 2  # a picture inside a link
_MARKED_HEADING = re.compile(r"^#{1,6}\s+(?=[^\W\d]|[*\[\"“‘]|\d+[.)] )")
_MARKED_LINK = re.compile(r"!?\[([^\[\]]{0,400})\]\([^()\s]{1,800}(?:\s\"[^\"]{0,200}\")?\)")
_MARKED_BOLD = re.compile(r"\*\*([^*]{1,2000})\*\*")
_MARKED_WHOLE = re.compile(r"^([_*])([^_*]{1,600})\1([.]?)$")
#: Letters of the Vietnamese alphabet that no other language writes (đ, ă, â, ê, ô are shared).
VIETNAMESE_LETTERS = frozenset(
    "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
_VIETNAMESE_SHARE = 0.05  # they are a fifth to a quarter of the letters of Vietnamese prose
_ETHS = str.maketrans("\u00d0\u00f0", "\u0110\u0111")
# The keys of that table. Two classes of letters are looked for in a fifth of the time that fifteen texts take.
_TONE = re.compile(r"(?:o[àáãảạèéẽẻẹ]|u[ỳýỹỷỵ])(?![^\W\d_])")


def nfc(text: str) -> str:
    """The text in NFC, in linear time whatever it holds.

    Composing sorts the marks behind a letter in quadratic time. No script has letters with dozens of marks;
    such a run is composed in pieces of 32, as Unicode's Stream-Safe Text Format cuts it (UAX #15, section 13).
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    if not _MARKS.search(text):
        return unicodedata.normalize("NFC", text)
    return "".join(unicodedata.normalize("NFC", piece) for piece in _MARKS.split(text))


def resolved(text: str) -> str:
    """What a reader reads in text that still holds HTML entities or Markdown, as the lines of a text page do.

    >>> resolved("Vi&ecirc;̣t &amp; Nam")
    'Việt & Nam'
    >>> resolved("## **Ba điều** nên biết về [lãi suất](/lai-suat.htm)")
    'Ba điều nên biết về lãi suất'
    """
    plain = nfc(unescape(text)) if "&" in text else text
    return _unmarked(plain) if plain[:1] in _OPENS_MARKED or "](" in plain or "**" in plain else plain


def _unmarked(text: str) -> str:
    """The text without the signs of Markdown (https://spec.commonmark.org): headings, links, pictures, bold."""
    words = _MARKED_HEADING.sub("", text)
    for _ in range(_NESTED):
        words = _MARKED_LINK.sub(r"\1", words)
    words = _MARKED_BOLD.sub(r"\1", words)
    whole = _MARKED_WHOLE.match(words)
    return collapse(whole[2] if whole else words) or text


def collapse(text: str) -> str:
    """Runs of white space (NBSP included) to one space, ends trimmed."""
    return " ".join(text.split())


def squeeze(text: str) -> str:
    """The text without any white space: what "nothing is lost" is counted in."""
    return "".join(text.split())


def with_de(text: str) -> str:
    """The text with Đ for Ð, the Icelandic eth: old keyboards and converters print one for the other.

    >>> with_de("\u00d0\u1ecdc") == "\u0110\u1ecdc"
    True
    """
    return text.translate(_ETHS) if "\u00d0" in text or "\u00f0" in text else text


def fold(text: str) -> str:
    """NFC, casefold, collapsed white space, no zero-width characters, neutral tone placement, one letter Đ.

    >>> fold("Từ  khoá:") == fold("TỪ KHÓA:")
    True
    >>> fold("\u00d0ọc thêm") == fold("\u0110ọc thêm")
    True
    """
    if text.isascii():
        return collapse(text).casefold()
    text = collapse(nfc(text))
    if not text.isprintable():
        text = collapse(_SPECIAL_SPACE.sub("", text))
    return _TONE.sub(lambda match: _TONE_TABLE[match[0]], with_de(text.casefold()))


#: What ends a sentence, in the scripts of the press: Latin, Chinese and Japanese, Indian, Arabic and Urdu, Ethiopic,
#: Burmese, Khmer, Armenian.
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", "።", "။", "។", "։")
#: What may stand around a label as it is printed.
BULLETS = " \t\xa0-–—•·●▪►▶■*+>»›→=:.…|" + _INVISIBLE


def fold_label(text: str) -> str:
    """`fold` without bullets, arrows, colons and dots on either side.

    >>> fold_label(">> Xem thêm:")
    'xem thêm'
    """
    return fold(text).strip(BULLETS)


def longer_side(title: str) -> str:
    """The part between bars or dashes that is most of a page's title, "" when none is.

    >>> longer_side("The Coast Chronicle | Harbour town votes to keep its ferry")
    'Harbour town votes to keep its ferry'
    """
    sides = _SIDES.split(title[:_MAX_TITLE])
    longest = max(sides, key=len)
    return longest if len(sides) > 1 and len(longest) * 2 > len(title) else ""


def letters_worth(text: str) -> int:
    """The length in letters: a character of Chinese, Japanese or Korean counts for three.

    >>> letters_worth("abc"), letters_worth("渡轮")
    (3, 6)
    """
    return len(text) + 2 * len(_DENSE.findall(text))


_DATE_LINE = re.compile(r"\n(?=[^\n]{8,70}$)[^\n]*\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b[^\n]*$")


def without_date_line(text: str) -> tuple[str, str]:
    """A headline and the date that one cell prints on the line below it; (text, "") where there is no such line.

    >>> without_date_line("Chợ nổi vắng dần\\nCập nhật lúc 08:14, 30/09/2008")
    ('Chợ nổi vắng dần', 'Cập nhật lúc 08:14, 30/09/2008')
    """
    found = _DATE_LINE.search(text) if text.count("\n") == 1 else None
    return (text[: found.start()], found[0].strip()) if found else (text, "")


def is_vietnamese(letters: int, own: int) -> bool:
    """Whether a text with so many letters, of them so many VIETNAMESE_LETTERS, is written in Vietnamese.

    >>> is_vietnamese(40, 9), is_vietnamese(40, 1), is_vietnamese(0, 0)
    (True, False, False)
    """
    return letters > 0 and own >= letters * _VIETNAMESE_SHARE
