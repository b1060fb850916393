"""windows-1252 as browsers read it, and what a byte looks like when it is taken for Latin script."""

from __future__ import annotations


def windows_1252(raw: bytes) -> str:
    """Bytes as the WHATWG Encoding Standard reads windows-1252: its five unassigned codes are C1 controls."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1").translate(FROM_LATIN_1)


def misread(code: int) -> set[str]:
    """The characters that a byte is taken for: in Latin-1, and in windows-1252."""
    return {chr(code), bytes([code]).decode("cp1252", "ignore") or chr(code)}


#: C1 controls, which are windows-1252 read as Latin-1, to what they stand for.
FROM_LATIN_1 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
