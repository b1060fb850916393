"""What has the shape of a Vietnamese name and is nobody's: an editorial system's stand-in, a school, an office."""

from __future__ import annotations

import re

from cleaner.metadata.keys import key

#: What an editorial system writes where nobody has entered an author.
_NOBODY = frozenset(map(key, "Super User|Quản Trị|Quản Trị Viên|Quản Trị Web|Ban Quản Trị|Web Master".split("|")))
#: Where somebody works, as it stands behind her name: "Hoàng Thu - Trường TH Chiềng Sàng". Trường and Đoàn open
#: people's names as well, so the next syllable counts.
_PLACE_OF_WORK = re.compile(
    r"(?:trường (?:th|thcs|thpt|mn|ptdt\w*|đh|cđ|mầm|tiểu|trung(?= )|đại|cao|phổ|chính)"
    r"|bộ (?:công|quốc|y|tài|nội|ngoại|giáo|xây|tư|văn|nông|khoa|thông|lao|kế|giao|dân)"
    r"|phòng (?:gd|vh|văn|giáo|kinh|nội|tư)|sở (?:gd|vh|y|văn|giáo|nông|nội|tư|xây|tài|công|khoa)"
    r"|(?:huyện|tỉnh|thành|xã|phường) (?:đoàn|ủy)|hội (?:nông|phụ|cựu|chữ|liên|khuyến)"
    r"|ban (?:chqs|dân|tuyên|quản)|chi cục|cục|trung tâm|bệnh viện|công an|đảng [uủ]|ubnd|hđnd|mttq)\b",
    re.IGNORECASE,
)


def is_no_person(name: str) -> bool:
    """
    >>> is_no_person("Trường TH Sông Đà"), is_no_person("Trường Trung")
    (True, False)
    """
    return key(name) in _NOBODY or is_workplace(name)


def is_workplace(name: str) -> bool:
    """
    >>> is_workplace("Cục An ninh mạng"), is_workplace("Quản Trị")
    (True, False)
    """
    return bool(_PLACE_OF_WORK.match(name))
