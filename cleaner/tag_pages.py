"""Addresses of pages that tell no story, as news systems write them: lists by tag or author, fronts, accounts, mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

_OF_TAGS = re.compile(r"/(?:tags?|tu-khoa|tukhoa|hashtag|keywords?)/[^/]|-tags?\d*\.(?:html?|vnp|chn)$")
#: Folders right below which stands a list, a person or an account, whatever it is called.
_NEVER = re.compile(
    r"/(?:tags?|hashtags?|tu-khoa|keywords?|authors?|autor(?:en|es|i|a)?|autore|auteurs?|tac-gia|by|profiles?|users?"
    r"|contributors?|journalists?|staff|search|suche?|buscar|busqueda|recherche|ricerca|hledej|tim-kiem|accounts?|login"
    r"|signin|sign-in|signup|sign-up|register|anmelden|registrieren|dang-ky|dang-nhap|subscri(?:be|ptions?)|newsletters?"
    r"|privacy(?:-(?:policy|notice))?|datenschutz|impressum|cookies?(?:-policy)?|terms(?:-(?:of|and)-[a-z-]+)?"
    r"|gutscheine?|vouchercodes|coupons?|stellenanzeigen|stellenmarkt|jobboerse)(?:/[^/]*)?/?$"
)
#: Folders right below which stand lists as well as stories: a list has a short name.
_SELDOM = re.compile(
    r"/(?:topics?|themen?|thema|themes?|temas?|sujets?|categor(?:y|ies|ia|ias|ie)|kategori[ea]?|rubri(?:k|ek|que)s?"
    r"|sections?|sekce|channels?|chu-de|chuyen-de|events?|jobs?|about(?:-us)?|contact(?:-us)?|info|services?)/([^/]*)/?$"
)
_IDENTIFIED = re.compile(r"\d{5,}|/\d{4}/\d{1,2}/|[0-9a-f]{8}-[0-9a-f]{4}")
_WORDS = 4  # hyphens of a name that is a headline


def are_tag_pages(addresses: Iterable[str]) -> bool:
    """Do they lead to at least two pages, all of tags?

    >>> are_tag_pages(["/tag/vo-que", "/tag/tra-bong"]), are_tag_pages(["/tag/vo-que"]), are_tag_pages(["/a", "/b"])
    (True, False, False)
    """
    different = set(addresses)
    return len(different) > 1 and all(map(_OF_TAGS.search, different))


@lru_cache(maxsize=1024)
def tells_no_story(address: str) -> bool:
    """Whether the address alone says that it leads to no article. Pure, the cache only saves time.

    >>> tells_no_story("https://a.example/"), tells_no_story("https://a.example/autor/ana-ruiz-12")
    (True, True)
    >>> tells_no_story("https://a.example/?p=12"), tells_no_story("https://a.example/topic/why-the-port-is-closed-today")
    (False, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https", ""):
        return True
    path = parts.path.lower()
    if path in ("", "/"):
        return bool(parts.netloc) and not parts.query
    listed = _SELDOM.search(path)
    return bool(_NEVER.search(path)) or (listed is not None and not is_headline(listed[1]))


def is_headline(path: str) -> bool:
    """Whether an address has a story's name or number.

    >>> is_headline("/gia-lua-tang-lai-sau-tet.htm"), is_headline("/a/4412345"), is_headline("/kinh-te/chung-khoan")
    (True, True, False)
    """
    return bool(_IDENTIFIED.search(path)) or path.rstrip("/").rpartition("/")[2].count("-") >= _WORDS
