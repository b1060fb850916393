"""Bytes to text: byte order mark, then declarations, then evidence.

Valid UTF-8 is UTF-8, whatever a page says of itself: text of another encoding that is valid UTF-8
by chance is next to impossible beyond a few letters.
"""

from __future__ import annotations

import codecs

from cleaner.decode import detect, legacy
from cleaner.decode.declared import Claim, claims
from cleaner.decode.reading import Reading, broken_share, damage, lossy, strictly
from cleaner.decode.vietnamese import BY_NAME
from cleaner.decode.western import windows_1252
from cleaner.decode.wide import guess_utf16
from cleaner.errors import UndecodableInput

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_NOT_LEAD = bytes(range(0xC0))
_HOPELESS = 0.05  # share of replaced characters above which a text is no use to anyone


def read(raw: bytes, content_type: str | None = None) -> Reading:
    """Decode a page. Raises UndecodableInput where no encoding reads it."""
    marked = _by_bom(raw)
    if marked:
        return marked
    declared, warnings = claims(raw, content_type)
    reading = (
        _as_utf16(raw)
        or _as_utf8(raw, declared)
        or _as_declared(raw, declared)
        or _as_damaged_utf8(raw, declared)
        or _by_evidence(raw, declared)
    )
    return reading._replace(warnings=warnings + reading.warnings)


def _by_bom(raw: bytes) -> Reading | None:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return lossy(raw[len(mark) :], name, "bom")
    return None


def _as_utf16(raw: bytes) -> Reading | None:
    name = guess_utf16(raw) if b"\0" in raw[:64] else None
    return lossy(raw, name, "detected") if name else None


def _as_utf8(raw: bytes, declared: tuple[Claim, ...]) -> Reading | None:
    if any(claim.name == "iso-2022-jp" for claim in declared) and b"\x1b" in raw:
        return None  # 7-bit, so it would pass for ASCII
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    named = next((claim for claim in declared if claim.name == "utf-8" or raw.isascii()), None)
    if named:
        return Reading(text, named.name, named.source, utf8=raw)
    return Reading(text, "utf-8", "detected", tuple(_overruled(claim, "utf-8") for claim in declared), raw)


def _as_declared(raw: bytes, declared: tuple[Claim, ...]) -> Reading | None:
    for claim in declared:
        text = strictly(raw, claim.name)
        if text is not None and not _misdeclared(raw, claim):
            return Reading(text, claim.name, claim.source)
    return None


def _misdeclared(raw: bytes, claim: Claim) -> bool:
    """True where the bytes speak against a declaration that any bytes would satisfy."""
    if claim.name in BY_NAME:
        found = legacy.judge(windows_1252(raw))
        return found is not None and found.proven and found.legacy.name != claim.name
    if claim.name.startswith("utf-16"):
        return b"\0" not in raw[:4096]  # its markup alone is full of them
    return claim.name == "windows-1252" and detect.too_dense(raw)


def _as_damaged_utf8(raw: bytes, declared: tuple[Claim, ...]) -> Reading | None:
    """UTF-8 with broken places: most of what is not ASCII still reads."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    good = len(text.encode().translate(None, _NOT_LEAD)) - bad
    named = next((claim for claim in declared if claim.name == "utf-8"), None)
    if good <= 2 * bad and not (named and bad <= 3):
        return None
    return Reading(text, "utf-8", named.source if named else "detected", (damage("utf-8", bad, len(text)),))


def _by_evidence(raw: bytes, declared: tuple[Claim, ...]) -> Reading:
    """No declaration holds, or not for every byte. Raises UndecodableInput."""
    plain = windows_1252(raw)
    found = legacy.judge(plain)
    if found and found.proven:
        return Reading(plain, "windows-1252", "detected")  # to be repaired
    name = detect.guess(raw) or (None if declared else detect.second_guess(raw))
    if name and (text := strictly(raw, name)) is not None:
        overruled = tuple(_overruled(claim, name) for claim in declared if claim.name != name)
        return Reading(text, name, "detected", overruled)
    said = [(claim.name, claim.source) for claim in declared]
    guessed = [(name, "detected")] if name else []
    readings = (lossy(raw, encoding, source) for encoding, source in (*said, *guessed, ("utf-8", "detected")))
    usable = next((reading for reading in readings if broken_share(reading) <= _HOPELESS), None)
    if usable is None:
        raise UndecodableInput(
            "no encoding reads the content without breaking more than 5 % of its characters; "
            "send it as UTF-8, or name its charset in the content type"
        )
    return usable


def _overruled(claim: Claim, name: str) -> str:
    return f"declared charset {claim.label!r} ({claim.source}) is wrong: the bytes are {name}"
