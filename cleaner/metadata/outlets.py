"""Telling the name of a newspaper or agency from the name of a person."""

from __future__ import annotations

import re
from collections.abc import Collection

from cleaner.metadata.keys import key, slug

#: Press names in the shape of a person's name or of plain words; all other outlets show by their shape
#: (a domain, an acronym, "Báo ..."). Facts of the Vietnamese press, not an exhaustive list.
_NAMED = """
Tuổi Trẻ|Thanh Niên|Tiền Phong|Lao Động|Người Lao Động|Dân trí|Dân Việt|Nhân Dân|Pháp Luật|Hà Nội Mới|Đại Đoàn Kết
Sài Gòn Giải Phóng|An Ninh Thủ Đô|Công an Nhân dân|Quân đội Nhân dân|Sức khỏe và Đời sống|Gia đình và Xã hội|Gia đình
Giáo dục Việt Nam|Giáo dục và Thời đại|Đời sống và Pháp luật|Đời sống Pháp luật|Người đưa tin|Trí thức trẻ
Nhịp sống thị trường|Nhịp Sống Việt|Nhịp sống kinh tế|Phụ nữ Việt Nam|Phụ nữ số|Phụ nữ mới|Khám phá|Tri thức
Tri Thức Trực Tuyến|Bóng đá|Thể thao|Thể thao và Văn hóa|Thể thao Văn hóa|Tổ Quốc|Tin tức|Kinh tế đô thị|Ngôi sao
Tài nguyên và Môi trường|Doanh nghiệp và Tiếp thị|Mực Tím|Hoa Học Trò|Thế giới và Việt Nam|Một thế giới|Infonet
Báo Mới|Tạp chí Cộng sản|Văn hóa|Thời đại|Nông nghiệp Việt Nam|Xây dựng|Giao thông|Công Thương|Đầu tư|Đấu thầu
Hải quan|Khoa học và Phát triển|Saostar|Soha|Kênh 14|Kenh14|Genk|CafeF|CafeBiz|Zing|Zing News|Znews|VnExpress
VietNamNet|VietnamPlus|Vietnam+|VTC News|VTC|VOV|VTV|TTXVN|Bnews|Sputnik|Xinhua|Tân Hoa xã|The Sun|The Guardian
The Times|Reuters|AFP|AP|Bloomberg|CNN|BBC|CNBC|Daily Mail|Fox News|Kyodo|Yonhap|Tass|RT|EFE|dpa|Sina|QQ|Sohu|Weibo
Marca|AS|Goal|Sport|The Economist|Financial Times|Nikkei|Guardian|Washington Post|New York Times|Newsweek|Forbes
Business Insider|Fortune|Variety|Billboard|Vogue|Elle|People|Time|Telegraph|Independent|Mirror|Express|Live Science
"""
_OUTLETS = frozenset(key(name) for line in _NAMED.split("\n") for name in line.split("|") if name)
#: News agencies that sign as themselves in the press of any country.
_AGENCIES = """
AFP|Reuters|dpa|AP|Associated Press|The Associated Press|ANSA|EFE|TTXVN|APA|ANP|NTB|PAP|TASS|Xinhua|Kyodo|Yonhap
Bernama|ČTK|Belga|Ritzau|Anadolu Ajansı|DHA|IHA|Press Association|PTI|ANI|UPI|sda|SID|KNA|epd|LUSA|ATS|Keystone-SDA
VNA|VNS|Vietnam News Agency
IANS|AAP|PA|연합뉴스|뉴시스|뉴스1|新华社|中新网|中新社|中央社|共同|時事|Antara|Agence France-Presse
"""
AGENCIES = frozenset(key(name) for line in _AGENCIES.split("\n") for name in line.split("|") if name)
_MOST_NAMES = 3  # syllables behind the first
_OPENING = re.compile(r"^(?:báo|tạp chí|đài|thông tấn xã|trang|tờ|chuyên trang|the|kênh)\s", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:news|times|post|press|daily|online|magazine|tv|radio|media|insider|report|digest|journal|herald|review|zeitung)\b",
    re.I,
)
_DOMAIN = re.compile(r"\w\.(?:vn|com|net|org|info|de|uk|fr|cn|tv)\b|\+", re.IGNORECASE)
#: Acronyms of titles, offices and clubs that open Vietnamese sentences.
TITLES = frozenset(
    "PGS GS TS ThS BS LS KTS NSND NSƯT MC HLV CLB VĐV CĐV UBND HĐND CSGT MTTQ THPT THCS ĐH CEO GDP TP USD VND".split()
)
_ACRONYM = re.compile(r"[A-ZĐ][A-ZĐ&]{1,7}")
#: The syllables of Vietnamese, spelled without marks: onset, glide and nucleus, coda.
_SYLLABLE = re.compile(
    r"(?:ngh?|gh|gi|ch|kh|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:uye|uya|uyu|ie|ye|uo|uu|uy|ua|ue|oa|oe|oo|ia|[aeiouy])"
    r"(?:[aeiouy]{0,2})(?:ng|nh|ch|[cmnpt])?"
)


def is_outlet(text: str, known: Collection[str] = ()) -> bool:
    """Does the text name a newspaper, broadcaster or agency? `known`: keys of further outlets."""
    folded = key(text)
    if not folded:
        return False
    if folded in _OUTLETS or folded in known or _DOMAIN.search(text) or _WORDS.search(text):
        return True
    if _OPENING.match(text):
        return not _is_called_trang(text)
    return bool(_ACRONYM.fullmatch(text)) and text not in TITLES and not is_syllable(text)


def _is_called_trang(text: str) -> bool:
    """Trang is a page and a woman: behind the woman stand one or two more syllables, none of them an outlet's."""
    first, *rest = text.split()
    named = 0 < len(rest) < _MOST_NAMES and all(word[:1].isupper() and is_syllable(word) for word in rest)
    return first == "Trang" and named and key(" ".join(rest)) not in _OUTLETS


def is_syllable(text: str) -> bool:
    """Could it be a Vietnamese syllable by its letters? "ANH" could, "TTO" could not.

    >>> is_syllable("ANH"), is_syllable("NLĐO")
    (True, False)
    """
    return bool(_SYLLABLE.fullmatch(slug(text)))
