"""The output formats: one name, one media type and one writer each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cleaner.errors import OptionError
from cleaner.model import CleanResult
from cleaner.render.html import render_html
from cleaner.render.json import render_json
from cleaner.render.jsonld import render_jsonld
from cleaner.render.markdown import render_markdown
from cleaner.render.ninjs import render_ninjs
from cleaner.render.profile import ARTICLE, Profile
from cleaner.render.tei import render_tei
from cleaner.render.text import render_text


class Format(NamedTuple):
    """media_type: without parameters; text types are UTF-8."""

    name: str
    media_type: str
    about: str
    write: Callable[[CleanResult, Profile], str]


FORMATS = {
    entry.name: entry
    for entry in (
        Format("json", "application/json", "article, ledger and report", render_json),
        Format("text", "text/plain", "reading text", render_text),
        Format("markdown", "text/markdown", "CommonMark, with tables as GitHub reads them", render_markdown),
        Format("html", "text/html", "sanitised fragment for a CMS", render_html),
        Format("jsonld", "application/ld+json", "schema.org NewsArticle", render_jsonld),
        # IPTC has not registered a media type for ninjs; this one is ours.
        Format("ninjs", "application/vnd.iptc.ninjs+json", "IPTC ninjs 3.1", render_ninjs),
        Format("tei", "application/tei+xml", "XML-TEI P5, with what was removed as notes", render_tei),
    )
}


def format_named(name: str) -> Format:
    """The format of this name. Raises OptionError for an unknown one."""
    try:
        return FORMATS[name]
    except KeyError:
        raise OptionError(f"unknown format {name!r}; there are {', '.join(FORMATS)}") from None


def render(result: CleanResult, name: str = "json", profile: Profile = ARTICLE) -> bytes:
    """The result in a format, as UTF-8.

    A lone surrogate, which UTF-8 has no bytes for, is written as an escape: valid in JSON, visible
    elsewhere. Raises OptionError for an unknown format.
    """
    return format_named(name).write(result, profile).encode("utf-8", "backslashreplace")
