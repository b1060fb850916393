"""How a file of the corpus is an input: its first byte says in which form the rest reaches the engine."""

from __future__ import annotations

from pathlib import Path

from cleaner.model import Kind

CORPUS = Path(__file__).parent / "corpus"
#: first byte -> (as str, kind); any other byte means bytes of unknown kind
_FORMS: dict[bytes, tuple[bool, Kind | None]] = {
    b"h": (False, "html"),
    b"t": (False, "text"),
    b"H": (True, "html"),
    b"T": (True, "text"),
    b"S": (True, None),
}


def read(data: bytes) -> tuple[bytes | str, Kind | None]:
    """Content and kind. A str may hold lone surrogates: bytes that are not UTF-8 become such."""
    as_str, kind = _FORMS.get(data[:1], (False, None))
    content = data[1:]
    return (content.decode("utf-8", "surrogateescape") if as_str else content), kind
