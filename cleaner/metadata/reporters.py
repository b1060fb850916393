"""Who reported, as the East Asian press prints it before the first sentence or behind the last."""

from __future__ import annotations

import re

from cleaner.metadata.byline import Line
from cleaner.metadata.facts import Facts
from cleaner.model import Author

_HEAD = 60  # characters of the first paragraph among which it stands
_FORMS = (
    # （中央社記者蔡智明嘉義縣10日電）: place and day follow a name of three characters without a sign
    re.compile(r"^[（(〔【\[][^（(記记]{0,6}(?:記者|记者)(?P<names>[一-鿿]{3})[一-鿿]{2,7}\d{1,2}日"),
    # 〔記者王小明／台北報導〕, 本報記者王小明/台北報導
    re.compile(r"^[（(〔【\[]?[^（(記记]{0,6}(?:記者|记者)\s?(?P<names>[一-鿿]{2,4}(?:、[一-鿿]{2,4}){0,3})\s?[／/]"),
    # 新华社北京11月10日电（记者王小明、李红）
    re.compile(r"[电電] ?[（(](?:记者|記者)\s?(?P<names>[一-鿿]{2,4}(?:、[一-鿿]{2,4}){0,3})[）)]"),
    # (부산=연합뉴스) 김선호 기자 =, [서울=뉴시스] 김선호 박영희 기자 =
    re.compile(
        r"^[(\[][^()\[\]]{2,20}[)\]]\s?(?P<names>[가-힣]{2,4}(?:[ ·,]{1,2}[가-힣]{2,4}){0,3})"
        r"\s(?:[가-힣]{2}\s?)?기자\s?="
    ),
)
_SIGNED = re.compile(r"【(?P<names>[一-鿿]{3,5}(?:、[一-鿿]{3,5}){0,3})】$")  # behind the last sentence
_BETWEEN = re.compile(r"[、·, ]+")


def reporters(facts: Facts) -> Line | None:
    """The reporters that the first paragraph's dateline or the last one's end names."""
    if facts.opening is None:
        return None
    text, last = facts.opening.text.lstrip()[:_HEAD], facts.closing[0].text if facts.closing else ""
    found = (*(form.search(text) for form in _FORMS), _SIGNED.search(last))
    match = next(filter(None, found), None)
    if match is None:
        return None
    authors = tuple(Author(name) for name in _BETWEEN.split(match["names"]))
    return Line(authors, match[0], "in the story's own text", guessed=True)
