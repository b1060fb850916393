"""The encoding of bytes that no declaration explains, by two libraries on a bounded sample."""

from __future__ import annotations

import re

from cleaner.decode.labels import name_of

_SAMPLE = 16_384  # bytes
#: What pages are in; with the rarer code pages of charset-normalizer its answers get worse.
_CANDIDATES = {
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp874": "windows-874",
    "koi8_r": "koi8-r",
    "iso8859_2": "iso-8859-2",
    "gb18030": "gb18030",
    "big5hkscs": "big5",
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "cp949": "euc-kr",
}
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII = bytes(range(128))
_NOT_LETTERS = bytes(sorted(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")))
_TAG = re.compile(rb"<[^<>]*>")


def guess(raw: bytes) -> str | None:
    """The report name of the likeliest encoding, or None. Takes some milliseconds."""
    from charset_normalizer import from_bytes  # heavy, and most pages never come here

    sample = _sample(raw)
    matches = from_bytes(sample, cp_isolation=list(_CANDIDATES))
    best = matches.best()
    if best is None:
        return None
    # Latin code pages differ in a few letters and often score alike: then the commonest it is.
    close = (
        match for match in matches if match.chaos <= best.chaos + 0.03 and match.coherence >= best.coherence - 0.02
    )
    western = any("cp1252" in match.could_be_from_charset for match in close)
    return "windows-1252" if western else _CANDIDATES.get(best.encoding)


def second_guess(raw: bytes) -> str | None:
    """What Beautiful Soup's UnicodeDammit reads without a replacement, where charset-normalizer has no answer.

    Not asked first: on short samples it was wrong more often.
    """
    from bs4 import UnicodeDammit

    dammit = UnicodeDammit(_sample(raw), is_html=True)
    if dammit.original_encoding is None or dammit.contains_replacement_characters:
        return None
    return name_of(dammit.original_encoding)


def too_dense(raw: bytes) -> bool:
    """True where bytes beyond ASCII outnumber ASCII letters: no Western European text is so.

    In French or Vietnamese of one byte a letter they are at most a third; in Cyrillic, Thai or
    Chinese they are nearly all.
    """
    words = _TAG.sub(b"", _sample(raw))
    return len(words.translate(None, _ASCII)) > len(words.translate(None, _NOT_LETTERS))


def _sample(raw: bytes) -> bytes:
    """A stretch from just before the first byte beyond ASCII on, cut where no character can be."""
    found = _HIGH.search(raw)
    start = max(0, found.start() - 1024) if found else 0
    sample = raw[start : start + _SAMPLE]
    if len(raw) <= start + _SAMPLE:
        return sample
    # Below 0x30 no encoding has the second half of a character.
    end = max(sample.rfind(b" "), sample.rfind(b"\n"))
    return sample[:end] if end > 0 else sample
