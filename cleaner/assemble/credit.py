"""A caption's words and the credit printed with them, taken apart.

The printed forms: "Words. Ảnh: X", "Words (Photo: X).", "Words - Ảnh: X", "Words. Photo by X", "Words. Ảnh X",
"© X", and a credit that stands alone. A mark without a name ("(Ảnh minh họa)") is part of the caption.
"""

from __future__ import annotations

import re
from itertools import groupby

from cleaner.assemble.credit_kind import credit_kind
from cleaner.flags import CREDIT
from cleaner.model import Block, Run
from cleaner.text import collapse

_REMARK = r"(?: (?:minh h(?:ọa|oạ)|tư liệu|chụp màn hình|chụp|cắt (?:từ )?(?:clip|video)|đồ h(?:ọa|oạ)|TL))?"
#: What announces a credit. The Vietnamese marks are matched with their accents and case: without them
#: "ông Hồ Hùng Anh - chủ tịch" would be a credit.
_VIETNAMESE = (
    r"[Nn]guồn(?: (?:ảnh|video|clip|hình))?"
    rf"|(?:[Bb]ài(?: viết)?(?:, ?| và | & |/))?(?:[Ảả]nh|Hình ảnh|Hình){_REMARK}"
    r"(?:(?:, ?| và | & |/)(?:[Vv]ideo|[Cc]lip|[Bb]ài|đồ h(?:ọa|oạ)))*"
    r"|(?:[Bb]ài, )?(?:[Cc]lip|[Vv]ideo)(?:(?:, ?| và )[Ảả]nh)?|Đồ h(?:ọa|oạ)|Infographic|Biểu đồ|Sơ đồ|Bảng"
    r"|NGUỒN(?: ẢNH)?|ẢNH(?: MINH H(?:ỌA|OẠ)| TƯ LIỆU)?|VIDEO|CLIP|ĐỒ H(?:ỌA|OẠ)"
)
_OTHER = (
    r"[Pp]hoto(?:graph|graphy|s)?(?: credit)?|[Ii]mages?(?: credit| source)?|[Pp]ictures?|[Ff]ile photo|[Ss]ource"
    r"|[Cc]redits?|[Ff]oto(?:s|grafie|grafía)?|Fot\.?|[Bb]ild(?:quelle)?|[Qq]uelle|[Ff]uente|[Ff]onte"
    r"|[Cc]r[eé]dit(?:o|os|s)?|[Bb]eeld|[Ff]otoğraf|[Ii]mag(?:em|en)|[Ss]umber|[Фф]ото|[Ии]сточник"
    r"|[Bb]ron|[Kk]ilde|[Kk]älla|[Ll]ähde|[Źź]ródło|[Zz]droj|[Kk]aynak|[Ss]ursa|[Ff]orrás|[Kk]uva|Symbol(?:bild|foto)"
    r"|Archiv(?:bild|foto)"
    r"|图片来源|图源|图|圖|摄影|攝影|撮影|写真|提供|사진|출처|ภาพ"
    r"|تصوير|عدسة|फोटो|फ़ोटो|तस्वीर"
)
_MARK = rf"(?<![\w-])(?:{_VIETNAMESE}|{_OTHER})"
_PICTURE = r"(?:photo|image|picture|graphic|video)s?"
_BY = rf"(?<!\w)(?i:{_PICTURE}(?: credit| source)?(?: by| courtesy of)|image source|courtesy of)"
_ONLY_MARK = re.compile(rf"{_MARK}\s*[:：]?\s*")
_COLON = r"\s*[:：=＝]\s*"
_NAME = r"(?P<credit>[^:：()（）\[\]【】]{1,80}?)"
#: In brackets at the end: "(Ảnh: X).", "(Photo by X / Getty Images)", "[사진=X]".
_BRACKETED = re.compile(rf"[(（\[【]\s*(?:{_MARK}{_COLON}|{_BY}[:,]?\s+){_NAME}\s*[)）\]】][\s.]*$")
#: At the end: "Words. Ảnh: X", "Words - Ảnh: X"; the mark may open the text.
_COLONED = re.compile(rf"{_MARK}{_COLON}{_NAME}\s*$")
_DASHED = re.compile(rf"(?:^|(?<=[.!?…)”\"] )){_MARK}\s+[-–—]\s+{_NAME}\s*$")
#: Without a colon: "Words. Ảnh Economic Times", "Words. Photo by X", "Words. Image source, X", "Words. © X".
_UNMARKED = re.compile(
    rf"(?:(?:^|(?<=[.!?…)”\"] ))(?:Ảnh|Foto|Photo|Fot\.)\s+(?=[^\W\d_a-zà-ỹ])|{_BY}(?:,\s|:?\s+)(?=[A-Z])|[©Ⓒ]\s*)"
    rf"{_NAME}\s*$"
)
#: Behind a bar an agency, or several names: "Words. | Jane Roe/AP", "Words | Jane Roe via Getty Images".
_BARRED = re.compile(r"(?<=\S)\s+[|｜]\s+(?P<credit>[^:：()（）\[\]【】|｜]{2,80})\s*$")
#: The forms, each with the texts of which its matches hold one, case folded: most captions have none of a form's.
_FORMS = (
    (_BRACKETED, (")", "）", "]", "】")),
    (_COLONED, (":", "：", "=", "＝")),
    (_DASHED, ("-", "–", "—")),
    (_UNMARKED, ("ảnh", "foto", "photo", "fot.", "©", "ⓒ", "by", "courtesy", "source")),
    (_BARRED, ("|", "｜")),
)
#: What some print before the words of every caption.
_LABEL = re.compile(
    r"(?:Legende|Bildunterschrift|Bildtext|(?:Image|Photo|Picture) caption|Légende|Pie de foto|Leyenda|Legenda"
    r"|Chú thích(?: ảnh)?)\s*[:：]\s*(?=\w)"
)
_LABELS = frozenset("LBIPC")
_MAX_TAIL = 140  # characters of a text in which a credit is looked for
_EDGE = " \t\xa0-–—/|•,;:"
_OPENING = "(（[ "
_MAX_REST = 40  # characters behind a marked name that belong to it
_MARKED = re.compile(rf"^(?:{_MARK}(?:{_COLON}|\s*$)|{_BY}[:,]?\s+|[©Ⓒ]\s*)+")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?] ")
_AROUND = _EDGE + "()[]（）【】"
_MAX_NAME = 90
_BEFORE = re.compile(r"(?:[.!?…。)）”\"’»,;:|/]|\s[-–—])\s*$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.\s*)+[^.]*\.?")
_MAX_SMALL = 5  # more words in small letters make a sentence, not a name
_MAX_SMALL_ALONE = 2  # a mark that opens a line may also open a caption ("Video: ...")


def split_credit(text: str) -> tuple[str | None, str | None, str | None]:
    """The caption without its credit, the credit, and the credit's kind; None for what is not there.

    Kinds: "photographer", "agency", "provided", "stock", or None when the credit does not tell.

    >>> split_credit("Quang cảnh buổi lễ. (Ảnh: Nguyễn An)")
    ('Quang cảnh buổi lễ.', 'Nguyễn An', 'photographer')
    >>> split_credit("Ông Hồ Hùng Anh - chủ tịch hội đồng")
    ('Ông Hồ Hùng Anh - chủ tịch hội đồng', None, None)
    """
    text = _unlabelled(" ".join(text.split()))
    cut = max(0, len(text) - _MAX_TAIL)
    tail = text[cut:].casefold()
    for form, needed in _FORMS:
        match = form.search(text, cut) if any(sign in tail for sign in needed) else None
        if match and form is _BARRED and not _is_sourced(match["credit"]):
            continue
        if match and _is_credit(match, text[: match.start()]):
            credit = match["credit"].strip(_EDGE).rstrip(".").strip()
            return text[: match.start()].strip(_EDGE) or None, credit, credit_kind(credit)
    return text.rstrip(_OPENING) or None, None, None


def is_mark(text: str) -> bool:
    """Whether the text announces a credit and says no more.

    >>> is_mark("Foto:"), is_mark("Foto: dpa"), is_mark("Bảng giá")
    (True, False, False)
    """
    return bool(_ONLY_MARK.fullmatch(text))


def _unlabelled(text: str) -> str:
    label = _LABEL.match(text) if text[:1] in _LABELS else None
    return text[label.end() :] if label else text


def marked_credit(block: Block) -> tuple[str | None, str, str | None] | None:
    """The same of a caption in which no wording tells the credit, by the class names around its words; None where
    these are of something else."""
    pieces = [(bool(styled), "".join(run.text for run in runs)) for styled, runs in groupby(block.runs, _is_marked)]
    if len(pieces) > 2 and len(pieces[-1][1]) <= _MAX_REST and not pieces[-1][0]:
        pieces[-1] = (True, pieces[-1][1])  # "<span>Photo by Ana Ruiz</span> /AFP"
    marked = collapse("".join(text for styled, text in pieces if styled))
    words = collapse("".join(text for styled, text in pieces if not styled))
    _, named, _ = split_credit(marked)
    credit = named or _MARKED.sub("", marked.strip(_AROUND)).strip(_AROUND)
    if not _is_name(credit):
        return None
    return words.strip(_EDGE).rstrip(_OPENING) or None, credit, credit_kind(credit) or credit_kind(marked)


def _is_sourced(credit: str) -> bool:
    """Whether it names an agency or stock, or two sources."""
    return credit_kind(credit) in ("agency", "stock") or "/" in credit or " via " in credit


def _is_marked(run: Run) -> int:
    return run.style & CREDIT


def _is_name(text: str) -> bool:
    """Letters, and not the caption itself, whose frame may have such a class, too."""
    small = sum(word[:1].islower() for word in text.split())
    return len(text) <= _MAX_NAME and small <= _MAX_SMALL and any(map(str.isalpha, text)) and not _SENTENCE.search(text)


def _is_credit(match: re.Match[str], before: str) -> bool:
    """A name or a short phrase behind a break in the text, not the end of a sentence."""
    credit = match["credit"].strip(_EDGE)
    small = sum(word[:1].islower() for word in credit.split())
    opens = match[0][:1]
    if before.strip() and not (_BEFORE.search(before) or not opens.islower()):
        return False
    if ". " in credit and not _INITIALS.fullmatch(credit):
        return False
    return bool(credit.strip(".")) and small <= (_MAX_SMALL if before.strip() or len(credit) < 30 else _MAX_SMALL_ALONE)
