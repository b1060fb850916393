"""What is printed before the lead: the outlet's short name or the place of the report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import key
from cleaner.metadata.outlets import TITLES, is_outlet, is_syllable
from cleaner.metadata.reading import Found, Reading, settle
from cleaner.model import Block, Role

_LEAD = 60
_OPENINGS = 2
_MIN_NAME = 4  # letters of a foreign place; shorter capitals are acronyms
# "(Outlet) - ", "OUTLET - ", "Outlet.vn - ", "PLACE - ", "City (Agency 7/12) - "
_BRACKETS = re.compile(r"\(([^()]{2,30})\)\s*[-–—:]?\s*(?=\S)")
_DASHED = re.compile(r"([^-–—:.!?]{2,40}?(?:\.(?:vn|VN|com|net|COM))?)\s*[-–—]\s+(?=[\"“‘']?\w)")
_PLACE = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,3}")
_CITY_AGENCY = re.compile(r"(?:[^\W\d_]+ ){1,4}\([^()]{2,20}\)")


def read_dateline(facts: Facts, names: frozenset[str], outlets: Collection[str] = ()) -> Found[str | None]:
    """The printed prefix of the lead without brackets and dash; the words themselves stay in the text."""
    return settle(_readings(facts, names, outlets), lambda one, other: key(one) == key(other))


def _readings(facts: Facts, names: frozenset[str], outlets: Collection[str]) -> Iterator[Reading[str]]:
    for block in _openings(facts):
        prefix = _prefix(block.text[:_LEAD], names, outlets)
        if prefix:
            yield Reading(prefix, block.text[:_LEAD], f"lead, block {block.index}")


def _openings(facts: Facts) -> list[Block]:
    blocks = list(facts.printed.get(Role.SUMMARY, ())[:_OPENINGS])
    return blocks + ([facts.opening] if facts.opening else [])


def _prefix(lead: str, names: frozenset[str], outlets: Collection[str]) -> str:
    for shape in (_BRACKETS, _DASHED):
        match = shape.match(lead)
        if match:
            text = match[1].strip()
            return text if _is_prefix(text, names, outlets) else ""
    first_two = " ".join(lead.split()[:2])  # a prefix that lost its dash: "Dân trí Căn bệnh ..."
    return first_two if key(first_two) in outlets and lead.split()[2:3] and lead.split()[2][:1].isupper() else ""


def _is_prefix(text: str, names: frozenset[str], outlets: Collection[str]) -> bool:
    if key(text) in names or key(text) in outlets or is_outlet(text):
        return True
    return bool(_CITY_AGENCY.fullmatch(text)) or _is_place(text)


def _is_place(text: str) -> bool:
    """Words in capitals that are names, not acronyms: "TRUNG QUỐC", "DUBLIN"."""
    if not text.isupper() or not _PLACE.fullmatch(text):
        return False
    return all(is_syllable(word) or len(word) >= _MIN_NAME for word in text.split()) and text not in TITLES
