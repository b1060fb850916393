"""Encoders of the old Vietnamese encodings, described independently of the tables under test.

VISCII and TCVN 5712 are as the GNU C Library's iconv writes them (a letter, then its code);
VNI is composed from its rule, one code for each tone, shape or pair of both; windows-1258 goes
through Python's own codec.
"""

import unicodedata
from collections.abc import Callable

_VISCII = """
ăe5 âe2 đf0 êea ôf4 ơbd ưdf àe0 ảe4 ãe3 áe1 ạd5 ằa2 ẳc6 ẵc7 ắa1 ặa3 ầa5 ẩa6 ẫe7 ấa4 ậa7 èe8 ẻeb ẽa8 ée9 ẹa9
ềab ểac ễad ếaa ệae ìec ỉef ĩee íed ịb8 òf2 ỏf6 õf5 óf3 ọf7 ồb0 ổb1 ỗb2 ốaf ộb5 ờb6 ởb7 ỡde ớbe ợfe ùf9 ủfc
ũfb úfa ụf8 ừd7 ửd8 ữe6 ứd1 ựf1 ỳcf ỷd6 ỹdb ýfd ỵdc Ăc5 Âc2 Đd0 Êca Ôd4 Ơb4 Ưbf Àc0 Ảc4 Ãc3 Ác1 Ạ80 Ằ82 Ẳ02
Ẵ05 Ắ81 Ặ83 Ầ85 Ẩ86 Ẫ06 Ấ84 Ậ87 Èc8 Ẻcb Ẽ88 Éc9 Ẹ89 Ề8b Ể8c Ễ8d Ế8a Ệ8e Ìcc Ỉ9b Ĩce Ícd Ị98 Òd2 Ỏ99 Õa0 Ód3
Ọ9a Ồ90 Ổ91 Ỗ92 Ố8f Ộ93 Ờ96 Ở97 Ỡb3 Ớ95 Ợ94 Ùd9 Ủ9c Ũ9d Úda Ụ9e Ừbb Ửbc Ữff Ứba Ựb9 Ỳ9f Ỷ14 Ỹ19 Ýdd Ỵ1e
"""
_TCVN3 = """
ăa8 âa9 đae êaa ôab ơac ưad àb5 ảb6 ãb7 áb8 ạb9 ằbb ẳbc ẵbd ắbe ặc6 ầc7 ẩc8 ẫc9 ấca ậcb ècc ẻce ẽcf éd0 ẹd1
ềd2 ểd3 ễd4 ếd5 ệd6 ìd7 ỉd8 ĩdc ídd ịde òdf ỏe1 õe2 óe3 ọe4 ồe5 ổe6 ỗe7 ốe8 ộe9 ờea ởeb ỡec ớed ợee ùef ủf1
ũf2 úf3 ụf4 ừf5 ửf6 ữf7 ứf8 ựf9 ỳfa ỷfb ỹfc ýfd ỵfe Ăa1 Âa2 Đa7 Êa3 Ôa4 Ơa5 Ưa6
"""
_VN1_CAPITALS = """
À80 Ả81 Ã82 Á83 Ạ84 Ằaf Ẳba Ẵbf Ắc0 Ặ85 Ầc1 Ẩc2 Ẫc3 Ấc4 Ậ86 È87 Ẻ88 Ẽ89 É8a Ẹ8b Ềc5 Ểcd Ễd9 Ếda Ệ8c Ì8d Ỉ8e
Ĩ8f Í90 Ị91 Ò92 Ỏ93 Õ94 Ó95 Ọ96 Ồdb Ổe0 Ỗf0 Ốff Ộ97 Ờ98 Ở99 Ỡ9a Ớ9b Ợ9c Ù9d Ủ9e Ũ9f Ú01 Ụ02 Ừ04 Ử05 Ữ06 Ứ11
Ự12 Ỳ13 Ỷ14 Ỹ15 Ý16 Ỵ17
"""
_TONES = "\u0301\u0300\u0309\u0303\u0323"  # sắc, huyền, hỏi, ngã, nặng
_VNI_TONE = dict(zip(("", *_TONES), ("", *"ùøûõï"), strict=True))
_VNI_ROUND = dict(zip(("", *_TONES), "âáàåãä", strict=True))  # with a circumflex
_VNI_SHORT = dict(zip(("", *_TONES), "êéèúüë", strict=True))  # with a breve
_VNI_I = dict(zip(("", *_TONES), "iíìæóò", strict=True))


def _table(*rows: str) -> dict[str, int]:
    return {item[0]: int(item[1:], 16) for row in rows for item in row.split()}


def _one_byte(table: dict[str, int]) -> Callable[[str], bytes]:
    return lambda text: b"".join(bytes([table[char]]) if char in table else char.encode("ascii") for char in text)


def _parts(char: str) -> tuple[str, str, str]:
    """A letter as base, shape mark (circumflex, breve, horn) and tone mark."""
    base, *marks = unicodedata.normalize("NFD", char)
    shape = next((mark for mark in marks if mark not in _TONES), "")
    tone = next((mark for mark in marks if mark in _TONES), "")
    return base, shape, tone


def _vni_letter(char: str) -> str:
    if char == "đ":
        return "ñ"
    base, shape, tone = _parts(char)
    if base == "i":
        return _VNI_I[tone]
    if (base, tone) == ("y", "\u0323"):
        return "î"
    if shape == "\u0302":
        return base + _VNI_ROUND[tone]
    if shape == "\u0306":
        return base + _VNI_SHORT[tone]
    return {"o\u031b": "ô", "u\u031b": "ö"}.get(base + shape, base) + _VNI_TONE[tone]


def vni(text: str) -> bytes:
    letters = (_vni_letter(char.lower()) for char in text)
    cased = (code.upper() if char.isupper() else code for char, code in zip(text, letters, strict=True))
    return "".join(cased).encode("latin-1")


def windows_1258(text: str) -> bytes:
    """Shaped letters precomposed, tones as combining marks: what Windows wrote."""

    def letter(char: str) -> str:
        base, shape, tone = _parts(char)
        return unicodedata.normalize("NFC", base + shape) + tone

    return "".join(map(letter, text)).encode("cp1258")


viscii = _one_byte(_table(_VISCII))
tcvn3 = _one_byte(_table(_TCVN3))
tcvn_vn1 = _one_byte(_table(_TCVN3, _VN1_CAPITALS))

ENCODERS = {"viscii": viscii, "tcvn3": tcvn3, "vni": vni, "windows-1258": windows_1258}
