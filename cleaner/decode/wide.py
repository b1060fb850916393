"""UTF-16 and UTF-32: their byte order marks; UTF-16 without one, known by where its zero bytes stand."""

from __future__ import annotations

import codecs

WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 8192  # bytes


def guess_utf16(raw: bytes) -> str | None:
    """The encoding, "utf-16le" or "utf-16be", or None.

    Letters below U+0100, which markup and all European text are full of, have a zero high byte:
    every second byte, on one side only.
    """
    sample = raw[:_SAMPLE]
    pairs = len(sample) // 2
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if pairs < 2 or max(first, second) * 5 < pairs or min(first, second) * 20 > pairs:
        return None
    name = "utf-16le" if second > first else "utf-16be"
    return name if _reads(sample[: 2 * pairs], name) else None


def _reads(sample: bytes, name: str) -> bool:
    """True when the sample holds text in this encoding; a surrogate cut at its end is no fault."""
    text = sample.decode(name, "replace").rstrip("\ufffd")
    odd = sum(not (char.isprintable() or char.isspace()) for char in text)
    return "\ufffd" not in text and odd * 20 <= len(text)
