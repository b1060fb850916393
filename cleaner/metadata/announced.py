"""Words that stand before a printed date and say what happened on that day."""

from __future__ import annotations

import re

_CHANGED = (
    "updated|reviewed|modified|aktualisiert|actualizad[oa]|mis à jour|modifié|atualizad[oa]|aggiornato|bijgewerkt|"
    "aangepast|opdateret|oppdatert|uppdaterad|päivitetty|frissítve|aktualizacja|aktualizováno|actualizat|actualizării|"
    "ενημερώθηκε|обновлено|оновлено|ažurirano|수정|آخر تحديث|sửa đổi|chỉnh sửa"
)
_PUBLISHED = (
    "published|publish(?:ed)? date|publication date|posted|post(?:ed)? (?:date|time)|veröffentlicht|publié|"
    "publicad[oa]|pubblicato|gepubliceerd|udgivet|publisert|publicerad|opublikowano|опубликовано|"
    "(?:ngày )?đăng|cập nhật|(?:ngày )?xuất bản"
)
_BEFORE = r"^\W*+(?:(?:first|originally|page|date) )?(?:last |data |ultima |última )?"
_NEAR = r"[^\d|•·⋅●\n]{0,30}\d"  # a date on the same line, perhaps behind a weekday and a month
_CHANGE = re.compile(rf"{_BEFORE}(?:{_CHANGED})\b|^\D*(?<!\w)(?:{_CHANGED})\b{_NEAR}", re.IGNORECASE)
_ANNOUNCED = re.compile(
    rf"{_BEFORE}(?:{_PUBLISHED}|{_CHANGED})\b(?!:? by\b){_NEAR}",  # readers, too, post by their names
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(rf"{_BEFORE}(?:{_PUBLISHED}|{_CHANGED})(?: on| am| le| el| lúc| ngày)?\W*$", re.IGNORECASE)


def is_change(line: str) -> bool:
    """Whether the first date of a line is that of the last change.

    >>> is_change("Page last modified Jan. 17, 2025"), is_change("By Ann Lee ⋅ Updated May 3, 2025")
    (True, True)
    >>> is_change("May 1, 2025 ⋅ Updated May 3, 2025")
    False
    """
    return _CHANGE.search(line) is not None


def is_announced(text: str) -> bool:
    """Whether a line of the text begins with what happened on the day that it prints.

    >>> is_announced("Posted on April 13, 2023"), is_announced("It was posted on April 13, 2023")
    (True, False)
    """
    return _ANNOUNCED.search(text) is not None


def is_label(text: str) -> bool:
    """Whether a line says what happened on the day that the next line prints.

    >>> is_label("Publish date"), is_label("Last updated:"), is_label("Updated daily")
    (True, True, False)
    """
    return _LABEL.match(text) is not None
