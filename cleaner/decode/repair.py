"""Broken and outdated encodings made good: only with proof, and never silently.

The proofs cost milliseconds, so they run only where a glance at the characters beyond ASCII allows.
"""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import NamedTuple

from cleaner.decode import legacy, mojibake
from cleaner.decode.change import before_and_after
from cleaner.decode.tidy import Tidied
from cleaner.decode.western import windows_1252
from cleaner.text import nfc

_SMALL = 16_384  # bytes; below this any Latin text is looked at, unless it holds Unicode's Vietnamese letters
_VIETNAMESE = re.compile(rb"\xe1[\xba\xbb]")
_LATIN_1 = re.compile(rb"\xc3[\x80-\xbf]|\xc2[\xa1-\xbf]")
_GLANCE = 30_000  # bytes beyond ASCII looked at
#: What frequent letters of an old encoding are misread as: one that any paragraph has and few other
#: pages do, and how many of the others with it raise suspicion.
_HALLMARKS = tuple(
    (first.encode(), tuple(char.encode() for char in others), enough)
    for first, others, enough in (
        ("µ", "®¸¹¬¶¨\xadª·", 4),  # TCVN3: à
        ("ñ", "øïûöåäëü", 4),  # VNI: đ
        ("ð", "ß½¾¤ªÕ§®", 3),  # VISCII: đ
        ("ð", "ÞÌÒìòõã", 3),  # windows-1258: đ
    )
)
_ENTITY = re.compile(r"&(#\d{3}|#[xX][0-9a-fA-F]{2}|[A-Za-z]{2,6}\d{0,2});")
_CODED = re.compile(
    rb"&(?:micro|cedil|sup1|para|eth|szlig|ntilde|oslash|iuml|ucirc|#1(?:81|82|84|85)|#2(?:39|4[0189]|51));"
)
_KEPT = "\xa0<>&\"'"
_SAMPLE = 60  # characters of a before or after


class Repaired(NamedTuple):
    """`encoding` is the one repaired, or None where nothing was."""

    text: str
    encoding: str | None = None
    warnings: tuple[str, ...] = ()


def repair(page: Tidied) -> Repaired:
    """The text with a double encoding undone and an old Vietnamese encoding read."""
    once = _undouble(page)
    return _modernise(once, page) if _worth_a_look(page) else once


def _undouble(page: Tidied) -> Repaired:
    if not (mojibake.suspected(page.high) and mojibake.proven(page.utf8)):
        return Repaired(page.text)
    text = mojibake.repair(page.utf8)
    if text == page.text:
        return Repaired(text)
    return Repaired(
        nfc(text),
        "double-utf-8",
        (_report("UTF-8 that was encoded twice", page.text, text),),
    )


def _worth_a_look(page: Tidied) -> bool:
    if len(page.utf8) < _SMALL and not _VIETNAMESE.search(page.high):
        return len(_LATIN_1.findall(page.high)) >= 3 or _CODED.search(page.utf8) is not None
    high = page.high[:_GLANCE]
    marked = any(
        first in high and sum(other in high for other in others) >= enough for first, others, enough in _HALLMARKS
    )
    return marked or (50 * len(high) < len(page.utf8) and len(set(_CODED.findall(page.utf8))) >= 4)


def _modernise(once: Repaired, page: Tidied) -> Repaired:
    """Read an old Vietnamese encoding, or say that there may be one."""
    text = _ENTITY.sub(_latin, once.text) if "&" in once.text else once.text
    found = legacy.judge(text)
    if not found or not (found.proven or found.likely):
        return once
    evidence = f"{found.read} of {found.words} different words" + (", and a font" if found.font else "")
    title = found.legacy.title
    if not found.proven:
        warning = (
            f"the text may be {title}: {evidence} read as Vietnamese in it; too few to be sure, so it is left as it is"
        )
        return once._replace(warnings=(*once.warnings, warning))
    read = nfc(legacy.translate(text, found.legacy))
    return Repaired(read, found.legacy.name, (*once.warnings, _report(f"{title}, by {evidence}", text, read)))


def _latin(entity: re.Match[str]) -> str:
    """The character of an entity that may be a letter of an old encoding; any other stays as it is."""
    name = entity[1]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    else:
        code = name2codepoint.get(name, 0)
    char = windows_1252(bytes([code])) if 0x80 <= code <= 0xFF else ""
    return char if char and char not in _KEPT else entity[0]


def _report(what: str, before: str, after: str) -> str:
    return f"repaired: {what}; {before_and_after(before, after, _SAMPLE)}"
