"""A Vietnamese signature line: who wrote it, and from whom the newsroom has it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from cleaner.metadata.keys import key
from cleaner.metadata.names import person
from cleaner.metadata.no_person import is_no_person, is_workplace
from cleaner.metadata.outlets import is_outlet
from cleaner.model import Author
from cleaner.text import collapse

_MAX_CHARS, _MAX_LINE = 150, 300
_WEEKDAY = r"(?:\b(?:thứ\s+\w+|chủ nhật|t[2-7]|cn)\b[\s,|-]*)?"
_DATE = re.compile(
    rf"\s*[-–—|,]?\s*{_WEEKDAY}(?:ngày\s+)?(?:\d{{4}}[.-])?\d{{1,2}}(?:[:/.]\d{{2}}|\s(?:th|thg|tháng)\s?\d).*$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    rf"^(?:cập nhật\s?:\s)?{_WEEKDAY}(?:\d{{1,2}}[:h]\d{{2}}[\s,|-]+)?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}"
    r"(?:[\s,|-]+\d{1,2}[:h]\d{2})?(?:\s*\(?GMT\s?\+\s?7\)?)?[\s,|•-]+(?=[^\W\d_])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\s[(<\[]?[\w.+-]{2,64}@[\w.-]{3,80}[)>\]]?$")  # behind the name that it is of
_LINK = re.compile(r"(?:\s+(?:copy link|link bài gốc|lấy link!?))+$", re.IGNORECASE)  # buttons beside the source
_OPENING = re.compile(r"^(?:by|bởi|đăng bởi|viết bởi|người đăng|người viết)(?:\s*:)?\s+", re.IGNORECASE)
#: The number of the printed paper before the name: "LĐ - Số 269 Minh Anh".
_ISSUE = re.compile(r"^(?:[A-ZĐ]{2,4}\s*[-–|]?\s*)?Số\s+\d{1,4}(?:/\d+)?\s*[-–|]?\s*(?=[A-ZĐÀ-Ỹ])")
_OFFICE = "Vai trò, "  # what a world service prints before an author's office
_CREDIT = re.compile(
    r"^(?:theo|nguồn(?: tin)?|(?:tổng hợp|lược dịch|biên dịch|dịch) (?:theo|từ))\s*:?\s+", re.IGNORECASE
)
_TRANSLATED = re.compile(r"^nguồn\s*:\s*([^“\"«:]{3,60}?)\s*,\s*[“\"«]", re.IGNORECASE)  # before the original's title
_LATER_CREDIT = re.compile(r"(?<=\w)\s*(?:[,.;–-]?\s+Theo|[,–-]\s+theo)\s+(?=\w)")
_FROM = re.compile(r"từ [A-ZĐÀ-Ỹ]")  # where a reporter wrote
_AVATAR = re.compile(r"^(\w)(?: (?=\1\w+ \w)|(?=\1[a-zà-ỹ]\w* \w))")  # the letter of a round picture, glued to the name
_PLACES = frozenset(map(key, "Hà Nội|TP HCM|TPHCM|TP Hồ Chí Minh|Sài Gòn|Đà Nẵng|Hải Phòng|Cần Thơ|Huế".split("|")))
#: What a broadcaster's or agency's name is followed by: its office in that part of the country.
_OFFICES = _PLACES | frozenset(
    map(key, "Miền Trung|Miền Bắc|Miền Nam|Tây Bắc|Đông Bắc|Tây Nguyên|ĐBSCL|Nam Bộ|Bắc Bộ|Trung Bộ".split("|"))
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_WORK = re.compile(r"bởi|by|tổng hợp|t/?h|biên dịch|lược dịch|dịch|thực hiện|ghi|lược ghi|biên soạn|\d+", re.IGNORECASE)
_PEN_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]{2,11}")  # one word alone, before the paper it is taken from
_PARTS = re.compile(r"\s+[-–—]\s+|\s*[;|]\s*")
_NAMES = re.compile(r"\s*[,&]\s*|\s+và\s+")
_SLASH = re.compile(r"\s*/\s*")
_LABEL = re.compile(r"^([^:]{2,24}?)\s*:\s*(.+)$")
_WRITES = re.compile(
    r"\b(?:bài|tin|lời|nội dung|tác giả|(?<!tổ chức )thực hiện|text|tổng hợp|biên soạn|dẫn chuyện|lời bình|kịch bản)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:nhóm |ban |tổ )?(?:p\.?\s?v|c\.?t\.?v|b\.?t\.?v|phóng viên|cộng tác viên)\b.{0,12}"
    r"|(?:nhóm|ban|tổ|phòng) \w.{1,28}",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?!AP|TT|RT|QQ|CN)[A-ZĐ]{2}")
_TRAILING_WORK = re.compile(r"\s+(?:tổng hợp|biên dịch|lược dịch|thực hiện|ghi|dịch)$", re.IGNORECASE)
_PROFESSION = re.compile(
    r"^(?:Luật sư|Bác sĩ|Dược sĩ|Thạc sĩ|Tiến sĩ|(?:Phó )?[Gg]iáo sư|Nhà báo|Nhà văn|Nhà thơ|Nhà nghiên cứu"
    r"|Kiến trúc sư|Nhạc sĩ|Họa sĩ|Đạo diễn|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))\s+(?=[^\W\d_])"
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:\.(?:[^\W\d_]+|CK[12]))*\.?|CK[12]")  # Hiên, N., T.Lê, H.K., PGS.TS, BS.CK2
_HYPHEN = re.compile(r"(?<=[a-zà-ỹăâđêôơư])-(?=[A-ZÀ-ỸĂÂĐÊÔƠƯ][a-zà-ỹăâđêôơư])")
_MARKED = re.compile(r"[à-ỹăâđêôơưÀ-ỸĂÂĐÊÔƠƯ]")
#: Syllables of given names and family names that carry no mark of their own.
_PLAIN = frozenset(
    "an anh bao binh chau chi chung cuong dan dong duy giang ha hai han hoa hoan hoang hong huan huy khanh khang khoa "
    "kim lam lan le linh loan long mai mi minh my nam nga ngan nhi nhung oanh phan phong phuong quan quang quyen sang "
    "son tam tan thai thanh thao thi thu thuy tien toan trang tri trinh trung tu tuan tung uyen van vi vinh vy xuan "
    "yen".split()
)


class Signature(NamedTuple):
    authors: tuple[Author, ...] = ()
    agency: str | None = None


def read_signature(line: str, known: Collection[str] = ()) -> Signature:
    """Authors and credited source of a line such as "Theo Name (Outlet)", "Name/Outlet", "Bài, ảnh: Name".

    `known`: keys of outlets beyond those that show by their name. Work words (tổng hợp, biên dịch) and
    the people of the pictures are left out.
    """
    if len(line) > _MAX_LINE or line.startswith(_OFFICE):
        return Signature()
    if translated := _TRANSLATED.match(line):
        names = [name for name in _NAMES.split(translated[1]) if is_person(name)]
        return Signature(tuple(Author(name) for name in dict.fromkeys(names)))
    line = _ISSUE.sub("", line)
    if "@" in line:
        line = _MAIL.sub("", _DATE.sub("", line))
    line = _LINK.sub("", line)
    text = _OPENING.sub("", _DATE.sub("", _DATE_BEFORE.sub("", collapse(line)))).strip(" .,;-–—|•·")
    if not text or len(text) > _MAX_CHARS:
        return Signature()
    text, bracket = _bracketed(text)
    if later := _LATER_CREDIT.search(text):
        text, bracket = text[: later.start()], text[later.end() :]
        if _PEN_NAME.fullmatch(text):
            return Signature((Author(text),), _without_work(bracket))
    credited = bool(_CREDIT.match(text))
    text = _CREDIT.sub("", text)
    if credited and not bracket and (both := _name_and_outlet(text, known)):
        return Signature((Author(both[0]),), both[1])
    authors, agency = _read_parts(text, credited, known)
    agency = _without_work(_CREDIT.sub("", bracket)) or agency
    return Signature(tuple(Author(name) for name in dict.fromkeys(authors)), agency)


def _name_and_outlet(text: str, known: Collection[str]) -> tuple[str, str] | None:
    """A name and an outlet that stood on two lines: "Minh Anh Nhịp sống thị trường"."""
    words = text.split()
    if is_outlet(text, known):
        return None
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(2, min(5, len(words))))
    return next(((name, rest) for name, rest in cuts if is_full_name(name) and is_outlet(rest, known)), None)


def _without_work(source: str) -> str | None:
    return source if source and not _WORK.fullmatch(source) and not _FROM.match(source) else None


def is_person(text: str) -> bool:
    """The shape of a Vietnamese name: two to five capitalised syllables, initials and titles included.

    Older writers and the press abroad join the syllables with hyphens: "Đằng-Giao".
    """
    words = _HYPHEN.sub(" ", _PROFESSION.sub("", text)).split()
    if not 1 <= len(words) <= 6 or not all(word[0].isupper() and _NAME_WORD.fullmatch(word) for word in words):
        return False
    return len(words) > 1 or "." in text or len(text) <= 3


def is_staff(text: str) -> bool:
    """Somebody of the newsroom without a name: "Phóng viên Ban Kinh tế"."""
    return bool(_STAFF.fullmatch(text))


def is_pen_name(text: str) -> bool:
    """One capitalised word that is no outlet and no stand-in: "Teresa", not "Admin"."""
    return bool(_PEN_NAME.fullmatch(text) and person(text)) and not is_outlet(text) and not is_staff(text)


def is_full_name(text: str) -> bool:
    """Two to four syllables of which one is marked as Vietnamese or common in names, and no place."""
    syllables = text.split()
    return 2 <= len(syllables) <= 4 and is_person(text) and _is_vietnamese(text) and key(text) not in _PLACES


def _bracketed(text: str) -> tuple[str, str]:
    """A line and what stands in brackets at its end; a line that is all brackets is the line."""
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    match = _BRACKET.search(text)
    return (text[: match.start()], match[1].strip()) if match and match.start() else (text, "")


def _read_parts(text: str, credited: bool, known: Collection[str]) -> tuple[list[str], str | None]:
    authors: list[str] = []
    agencies: list[str] = []
    for part in _PARTS.split(text):
        part = part.strip(" ,.")
        if agencies and key(part) in _OFFICES:
            agencies[-1] += f" - {part}"
            continue
        names, agency = _read_part(part, credited, known)
        authors += names
        if agency:
            agencies.append(agency)
    return authors, " - ".join(agencies) or None


def _read_part(part: str, credited: bool, known: Collection[str]) -> tuple[list[str], str | None]:
    label = _LABEL.match(part)
    if label:
        if not _WRITES.search(label[1]):
            return [], None  # pictures, design, video: not the writer
        part = label[2]
    part = _AVATAR.sub("", _TRAILING_WORK.sub("", part))
    pieces = _SLASH.split(part)
    writers = _NAMES.split(pieces[0])  # "Vũ Lợi, Nông Diệp/VOV": both write for it
    if len(pieces) > 1 and all(_is_writer(name, known) or _STAFF.fullmatch(name) for name in writers):
        return writers, part[part.index("/") + 1 :].strip()
    if _WORK.fullmatch(part) or not part or key(part) in _PLACES:
        return [], None
    if is_no_person(part):
        return [], part if credited and is_workplace(part) else None
    if not credited and (_STAFF.fullmatch(part) or _INITIALS.fullmatch(part)):
        return [part], None
    if is_outlet(part, known) or (len(pieces) > 1 and is_outlet(pieces[0], known)):
        return [], part
    return _read_names(part, credited, known)


def _read_names(part: str, credited: bool, known: Collection[str]) -> tuple[list[str], str | None]:
    if credited and not all(_is_writer(name, known) and _is_vietnamese(name) for name in _NAMES.split(part)):
        return [], part
    names = _NAMES.split(part)
    writers = [name for name in names if _is_writer(name, known) or _STAFF.fullmatch(name)]
    return writers, next((name for name in names if is_outlet(name, known)), None)


def _is_writer(name: str, known: Collection[str]) -> bool:
    return is_person(name) and not is_no_person(name) and not is_outlet(name, known)


def _is_vietnamese(name: str) -> bool:
    return bool(_MARKED.search(name)) or any(word.casefold() in _PLAIN for word in name.split())
