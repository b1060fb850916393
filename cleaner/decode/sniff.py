"""What is not a page: files known by their first bytes, other binary data, and JSON."""

from __future__ import annotations

import json
import re

from cleaner.decode.wide import WIDE_MARKS, guess_utf16
from cleaner.errors import UnsupportedMedia

HEAD = 4096  # bytes looked at

#: (offset, first bytes, what it is). After the WHATWG MIME Sniffing Standard and the formats' own
#: specifications; signatures that could open a sentence ("BM", "ID3", "PK" alone) are left out.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"\0\0\1\0", "an icon"),
    (8, b"WEBPVP8", "a WebP picture"),
    (4, b"ftyp", "an MP4, HEIC or AVIF file"),
    (8, b"WAVEfmt", "a WAV sound"),
    (0, b"OggS\0", "an Ogg file"),
    (0, b"PK\3\4", "a ZIP archive (or a DOCX, XLSX, EPUB file, which is one)"),
    (0, b"PK\5\6", "an empty ZIP archive"),
    (0, b"\x1f\x8b", "gzip data"),
    (0, b"BZh91AY&SY", "bzip2 data"),
    (0, b"\xfd7zXZ\0", "xz data"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\7", "a RAR archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, PPT)"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"\x7fELF", "a program"),
    (0, b"SQLite format 3\0", "an SQLite database"),
)
_COMPRESSED = ("gzip", "bzip2", "xz", "Zstandard")

# C0 controls that no text holds. Absent: tab, line breaks, escape (ISO-2022-JP), and the codes that
# TCVN 5712 and VISCII give to capital letters.
_CONTROLS = bytes([3, 7, 8, 0x0B, 0x0E, 0x0F, 0x10, 0x18, 0x1A, 0x1C, 0x1D, 0x1F, 0x7F])
_NOT_CONTROLS = bytes(set(range(256)) - set(_CONTROLS))

_OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:')
_BRACKETS = re.compile(r"\s*[\[{]")
_JSON_PARSED = 1_000_000  # characters; a longer body is judged by its first key alone


def refuse_signature(head: bytes) -> None:
    """Raise UnsupportedMedia where the first bytes are those of a known file format."""
    for offset, signature, name in _SIGNATURES:
        if head.startswith(signature, offset):
            unpack = "; decompress it before sending" if name.startswith(_COMPRESSED) else ""
            raise UnsupportedMedia(f"the content is {name}, not a page of HTML or text{unpack}")


def refuse_binary(raw: bytes) -> None:
    """Raise UnsupportedMedia for any binary data; text with a stray control or NUL passes."""
    head = raw[:HEAD]
    refuse_signature(head)
    if head.startswith(WIDE_MARKS):
        return
    nuls = head.count(0)
    controls = head.translate(None, _NOT_CONTROLS)
    many_kinds = len(set(controls)) >= 4 and len(controls) > len(head) // 50
    if (many_kinds or nuls * 4 > len(head)) and not guess_utf16(raw):
        share = (nuls + len(controls)) / len(head)
        raise UnsupportedMedia(
            f"the content is binary data ({share:.0%} of its first {len(head)} bytes are control bytes), "
            "not a page of HTML or text"
        )


def refuse_json(text: str) -> None:
    """Raise UnsupportedMedia for a JSON object or array; text that starts with a bracket passes."""
    if _BRACKETS.match(text) and (_OBJECT.match(text) or _parses(text)):
        start = " ".join(text[:60].split())
        raise UnsupportedMedia(
            f"the content is JSON ({start} ...), not a page: send the HTML or text that is inside it"
        )


def _parses(text: str) -> bool:
    if len(text) > _JSON_PARSED or text.rstrip()[-1:] not in ("]", "}"):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
