"""HTML or flattened text."""

from __future__ import annotations

import re
from itertools import islice

from cleaner.model import Kind

_SAMPLE = 65_536  # characters looked at
_ENOUGH = 200  # tags counted
_OPENING = 3  # tags in a row, at the beginning
_BLANK = re.compile(r"\s*")
_NAMES = (
    "a abbr address article aside audio b base big blockquote body br button caption center cite code col dd del "
    "div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
    "hr html i iframe img input ins label li link main meta nav noscript object ol option p picture pre q s script "
    "section select small source span strike strong style sub sup svg table tbody td template textarea tfoot th "
    "thead time title tr u ul video"
).split()
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_NAMES, reverse=True))})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_DOCUMENT = re.compile(r"<!doctype\s+html|<(?:html|body)\b[^<>]{0,2000}>", re.IGNORECASE)
#: Prose that speaks of tags closes none, and has no three line breaks or paragraphs.
_MARKED_UP = re.compile(r"</[a-z]|(?:<br\b.*?){3}|(?:<p\b.*?){3}", re.IGNORECASE | re.DOTALL)


def recognise(text: str, told: Kind | None = None, content_type: str | None = None) -> Kind:
    """What the text is.

    `told` decides alone; so does a content type of text/plain. Otherwise markup decides, for
    text/html too: servers call plain text so by default, and without a tag both read alike.
    """
    if told is not None:
        return told
    if content_type and content_type.split(";")[0].strip().lower() == "text/plain":
        return "text"
    return "html" if _has_markup(text[:_SAMPLE]) else "text"


def _has_markup(sample: str) -> bool:
    """True for a document or a fragment of HTML; a few tags that prose speaks of are not one."""
    body = sample.lstrip("\ufeff \t\r\n")
    if _DOCUMENT.match(body):
        return True
    if _opens_with_tags(body):
        return True
    if "<" not in body or not _MARKED_UP.search(body):
        return False
    opening = _TAG.match(body)
    if opening and _TAG.search(body, opening.end()):
        return True
    tags = sum(1 for _ in islice(_TAG.finditer(body), _ENOUGH))
    return (
        tags == _ENOUGH or (tags >= 4 and len(body) <= 500 * tags) or (tags > 1 and _DOCUMENT.search(body) is not None)
    )


def _opens_with_tags(body: str) -> bool:
    """Tag upon tag before the first word, as in a table whose cells nobody closed; prose has words between them."""
    at = 0
    for _ in range(_OPENING):
        tag = _TAG.match(body, at)
        if tag is None:
            return False
        at = _BLANK.match(body, tag.end()).end()  # type: ignore[union-attr]  # matches nothing as well
    return True
