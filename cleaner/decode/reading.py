"""One reading of a page's bytes: the text, and what it takes to get it in a given encoding."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.decode import labels
from cleaner.decode.vietnamese import BY_NAME
from cleaner.decode.western import windows_1252
from cleaner.text import nfc


class Reading(NamedTuple):
    """A text with its encoding. `utf8` is the text's UTF-8 form where it is at hand, else empty."""

    text: str
    encoding: str
    source: str
    warnings: tuple[str, ...] = ()
    utf8: bytes = b""


def strictly(raw: bytes, name: str) -> str | None:
    """The text in the encoding of that report name, or None where a byte does not fit."""
    if name in ("windows-1252", "vni", "tcvn3", "viscii"):
        plain = windows_1252(raw)
        return BY_NAME[name].read(plain) if name in BY_NAME else plain
    try:
        text = raw.decode(labels.CODECS.get(name, name))
    except UnicodeDecodeError:
        return None
    # Its tones are combining marks: composing them belongs to reading it.
    return nfc(text) if name == "windows-1258" else text


def lossy(raw: bytes, name: str, source: str) -> Reading:
    """The text in an encoding, with U+FFFD for what does not fit."""
    text = strictly(raw, name)
    if text is not None:
        return Reading(text, name, source, utf8=raw if name == "utf-8" else b"")
    text = raw.decode(labels.CODECS.get(name, name), "replace")
    return Reading(text, name, source, (damage(name, text.count("\ufffd"), len(text)),))


def broken_share(reading: Reading) -> float:
    """The share of its characters that were replaced, 0..1."""
    return reading.text.count("\ufffd") / len(reading.text) if reading.warnings else 0.0


def damage(name: str, bad: int, length: int) -> str:
    return f"broken {name}: {bad} places ({bad / length:.2%} of the characters) replaced with U+FFFD"
