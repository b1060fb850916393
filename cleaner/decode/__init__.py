"""decode: a page as it came, bytes or text, to clean text and the reason why it was read so."""

from __future__ import annotations

import re

from cleaner.decode import charset, escaped, feed, kind, repair, sniff, tidy
from cleaner.decode.reading import Reading
from cleaner.errors import EmptyInput, InputTooLarge
from cleaner.model import DecodedPage, RawPage

__all__ = ["MAX_BYTES", "decode"]

MAX_BYTES = 20_971_520
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff]")


def decode(page: RawPage, max_bytes: int = MAX_BYTES) -> DecodedPage:
    """Read a page as text.

    The text is in NFC, holds no NUL and no lone surrogate, and ends its lines with "\\n". HTML
    entities stay as they are, except in a page whose old Vietnamese encoding had to be repaired or whose markup
    came escaped. The one item of a feed is read as the page that it describes.

    Args:
        page: bytes or str; `content_type` may name a charset, `kind` (or a content type of
            text/plain) says what it is. A str has no charset, so the one named is ignored for it.
        max_bytes: limit on the page's size in bytes (for a str: in UTF-8).

    Raises:
        EmptyInput: nothing, or nothing but white space.
        InputTooLarge: more than `max_bytes`.
        UnsupportedMedia: a PDF, a picture, an archive or other binary, JSON, or a feed of several items.
        UndecodableInput: no encoding reads it.
    """
    _check_size(page.content, max_bytes)
    reading = _read(page)
    sniff.refuse_json(reading.text)
    tidied = tidy.tidy(reading.text, reading.utf8)
    if not _VISIBLE.search(tidied.text):
        raise EmptyInput("the page is empty: it holds nothing but white space")
    repaired = repair.repair(tidied)
    text, notes = (repaired.text, ()) if page.kind == "text" else _unwrapped(repaired.text)
    recognised = kind.recognise(text, page.kind, page.content_type)
    return DecodedPage(
        text=text,
        kind=recognised,
        encoding=repaired.encoding or reading.encoding,
        encoding_source="repaired" if repaired.encoding else reading.source,
        url=page.url,
        warnings=reading.warnings + tidied.warnings + repaired.warnings + notes,
        utf8=tidied.utf8 if recognised == "html" and text is tidied.text else b"",
    )


def _unwrapped(text: str) -> tuple[str, tuple[str, ...]]:
    """The page that came as an item of a feed, or escaped, and a warning that it did. Raises UnsupportedMedia."""
    for unwrap, note in (
        (feed.as_page, "an item of a feed: read as the page that it describes"),
        (escaped.unescaped, "the markup was escaped: its entities were resolved once"),
    ):
        page = unwrap(text)
        if page is not None:
            return tidy.tidy(page).text, (note,)
    return text, ()


def _check_size(content: bytes | str, max_bytes: int) -> None:
    """The size limit, before any work is done. Raises EmptyInput, InputTooLarge."""
    if not content:
        raise EmptyInput("the page is empty: 0 bytes")
    # A character takes one to four bytes, so a str is only measured where the limit is near.
    size = len(content)
    if isinstance(content, str) and size <= max_bytes < 4 * size:
        size = len(content.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        raise InputTooLarge(f"the page is {size:,} bytes long; the limit is {max_bytes:,} (max_bytes)")


def _read(page: RawPage) -> Reading:
    """The page's text. Raises UnsupportedMedia, UndecodableInput."""
    if isinstance(page.content, str):
        sniff.refuse_signature(page.content[: sniff.HEAD].encode("latin-1", "replace"))
        return Reading(page.content, "str", "str")
    sniff.refuse_binary(page.content)
    return charset.read(page.content, page.content_type)
