"""What sort of source a picture's credit names."""

from __future__ import annotations

import re

from cleaner.text import fold

_WORD = re.compile(r"[^\W_]+")
#: Provided by the person or body shown, no photographer: Vietnamese newsroom initialisms and plain words.
_PROVIDED = re.compile(
    r"\b(?:nvcc|fbnv|bvcc|cacc|capt|đvcc|gđcc|dncc|tlcc|btc|nsx|fb|facebook|instagram|zalo|cung cấp|nhân vật|bạn đọc|"
    r"courtesy|handout|provided|supplied|submitted|contributed|family)\b"
)
_STOCK = re.compile(
    r"\b(?:shutterstock|istock(?:photo)?|freepik|unsplash|pexels|pixabay|adobe stock|alamy|depositphotos|dreamstime|"
    r"wikipedia|wikimedia(?: commons)?|internet|tư liệu|archive|archivo|archiv|file|kho ảnh)\b"
)
_AGENCY = re.compile(
    r"\b(?:ttxvn|vietnam\+|vgp|reuters|afp|ap|epa|efe|dpa|ansa|tass|xinhua|tân hoa xã|thx|getty(?: images)?|"
    r"gettyimages|yonhap|kyodo|jiji|bloomberg|upi|pti|ani|anp|belga|keystone|sipa|imago|zuma|pa media|pa wire|"
    r"lusa|antara|bernama|cnn|bbc|rt|sputnik|ria novosti|interfax|anadolu|aap|cp|the canadian press|pap|ria|"
    r"picture alliance|nur ?photo)\b"
)
_NAME_PARTS = 5
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?)+[^\W\d_]*")


def credit_kind(credit: str) -> str | None:
    """The kind of a credit: "provided", "stock", "agency", "photographer", or None when it does not tell.

    A photographer with an agency ("Doãn Tấn/TTXVN") is the agency's.

    >>> credit_kind("NVCC"), credit_kind("Reuters"), credit_kind("Hải Đăng"), credit_kind("Chụp màn hình")
    ('provided', 'agency', 'photographer', None)
    """
    folded = fold(credit)
    for kind, pattern in (("provided", _PROVIDED), ("stock", _STOCK), ("agency", _AGENCY)):
        if pattern.search(folded):
            return kind
    return "photographer" if _is_person(credit) else None


def _is_person(credit: str) -> bool:
    """Two to five capitalised words, or initials ("T.Lê", "P. L.")."""
    if _INITIALS.fullmatch(credit):
        return True
    words = _WORD.findall(credit)
    return 2 <= len(words) <= _NAME_PARTS and all(word[0].isupper() for word in words)
