"""Pages as browsers save them: the HTML inside a .mhtml file (MIME HTML, RFC 2557)."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from cleaner.errors import UnsupportedMedia

_HEAD = 4096
_FIELDS = re.compile(rb"(?mi)^(?:MIME-Version|Content-Type):.*")
_RELATED = re.compile(rb"(?i)content-type:\s*multipart/related")


class SavedPage(NamedTuple):
    """content: the page's bytes; content_type: as HTTP would say it; url: where the browser had it from."""

    content: bytes
    content_type: str
    url: str | None


def is_saved(content: bytes) -> bool:
    """Whether these bytes open with the headers of a page that was saved whole.

    >>> is_saved(b"From: <Saved>\\r\\nMIME-Version: 1.0\\r\\nContent-Type: multipart/related; boundary=x\\r\\n")
    True
    """
    head = re.split(rb"\r?\n\r?\n", content[:_HEAD], maxsplit=1)[0]
    return len(_FIELDS.findall(head)) >= 2 and bool(_RELATED.search(head))


def saved_page(content: bytes) -> SavedPage:
    """The page in a .mhtml file: the part that `start` names, else the first that is HTML.

    Raises UnsupportedMedia when there is none.
    """
    try:
        message = message_from_bytes(content)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    except RecursionError:
        raise UnsupportedMedia("the saved page is nested too deeply to be read") from None
    if not parts:
        raise UnsupportedMedia("the saved page holds no HTML")
    return _page(message, _start(message, parts))


def _start(message: Message, parts: list[Message]) -> Message:
    start = message.get_param("start")
    return next((part for part in parts if start and part.get("Content-ID") == start), parts[0])


def _page(message: Message, part: Message) -> SavedPage:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    said = f"text/html; charset={charset}" if charset else "text/html"
    url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    return SavedPage(payload if isinstance(payload, bytes) else b"", said, str(url) if url else None)
