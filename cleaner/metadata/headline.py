"""A headline as some place spells it: with the site's name at an end, or behind a kicker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cleaner.metadata.keys import key

_BREAK = re.compile(r"\s[|·•»›:–—-]+\s|\s?[|｜]\s?|[\"”»’']?\s?::?\s|--|\s/\s|(?<=\w)[：_]")
_BAR = re.compile(r"\s*[|｜]\s*")
_COMMA = re.compile(r",\s")
_KICKER = re.compile(r"[\"”»’']?\s?:\s|\s[–—/-]\s")
_COLON = re.compile(r":\s")
_SOFT = "\u00ad"
_MAX_TAIL_WORDS = 5
_MAX_BREAKS = 12
_MAX_CHARS = 500  # of a text that is cut at all
_MIN_NAME = 4  # letters of a site's name that may open a longer tail: "VnExpress Kinh doanh"


class Headline(NamedTuple):
    """raw: as it stood; text: without the site's name; key: letters and digits of `text`."""

    raw: str
    text: str
    key: str


def printed(raw: str) -> Headline:
    """A headline of the page's own text, taken as it is but for soft hyphens."""
    text = " ".join(raw.replace(_SOFT, "").split())
    return Headline(raw, text, key(text))


def declared(raw: str, names: frozenset[str]) -> Headline:
    """A headline of the head: the site's name at either end and a short last part behind a bar are no part of it."""
    text = " ".join(raw.replace(_SOFT, "").split())
    text = _without_site(text, names) if len(text) <= _MAX_CHARS else text
    return Headline(raw, text, key(text))


def has_tail(headline: Headline, wanted: str) -> bool:
    """Is it the wanted headline, and something behind it after a break?"""
    text = headline.text
    return headline.key.startswith(wanted) and any(key(text[: cut.start()]) == wanted for cut in _breaks(text))


def has_half(headline: Headline, wanted: str) -> bool:
    """Is it the wanted headline, and a second half behind a colon?"""
    text = headline.text
    if len(text) > _MAX_CHARS or not headline.key.startswith(wanted):
        return False
    return any(key(text[: cut.start()]) == wanted for cut in islice(_COLON.finditer(text), _MAX_BREAKS))


def has_kicker(headline: Headline, wanted: str) -> bool:
    """Is it the wanted headline behind a kicker: "Floods: Three bridges closed"?"""
    return headline.key.endswith(wanted) and wanted in map(key, behind_kickers(headline.text))


def behind_kickers(text: str) -> Iterator[str]:
    """What stands behind each kicker-like opening of the text."""
    if len(text) <= _MAX_CHARS:
        for cut in _KICKER.finditer(text):
            yield text[cut.end() :]


def _breaks(text: str) -> Iterator[re.Match[str]]:
    return islice(_BREAK.finditer(text), _MAX_BREAKS) if len(text) <= _MAX_CHARS else iter(())


def _without_site(text: str, names: frozenset[str]) -> str:
    for cut in _breaks(text):
        head, tail = text[: cut.start()], text[cut.end() :]
        if key(head) in names:
            return _without_site(tail, names)  # a name may stand there twice, and once more at the end
        if opens_with_site(tail, names) or (_BAR.fullmatch(cut[0]) and _is_label(head, tail)):
            return head
    for cut in list(_COMMA.finditer(text))[-2:]:  # "Headline, Daily News, 1 May 2024"
        if opens_with_site(text[cut.end() :], names):
            return text[: cut.start()]
    return text


def opens_with_site(part: str, names: frozenset[str]) -> bool:
    """Is the part a name of the site, or one with words behind it?"""
    folded = key(part)
    return folded in names or folded.startswith(tuple([name for name in names if len(name) >= _MIN_NAME]))


def _is_label(head: str, tail: str) -> bool:
    return len(tail.split()) <= _MAX_TAIL_WORDS and len(head.split()) > len(tail.split())
