"""The inline make-up of a block as safe HTML: built from an allow-list, never copied from the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from operator import attrgetter

from cleaner import flags as f
from cleaner.assemble.address import absolute
from cleaner.model import Block, Run

_TAGS = (
    (f.BOLD, "strong"),
    (f.ITALIC, "em"),
    (f.CODE, "code"),
    (f.SUPERSCRIPT, "sup"),
    (f.SUBSCRIPT, "sub"),
    (f.MARK, "mark"),
)
_SHOWN = f.BOLD | f.ITALIC | f.CODE | f.SUPERSCRIPT | f.SUBSCRIPT | f.MARK
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_OF_WEB = ("http:", "https:")  # as most links begin
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BREAK = "\x1e"
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_HREF, _STYLE = attrgetter("href"), attrgetter("style")


def inline_html(block: Block, base: str | None = None) -> str:
    """The block's text with links, emphasis and line breaks, in a `pre` the lines themselves; `base` resolves relative
    links.

    Only http, https and mailto links survive; every character of text is escaped.
    """
    if block.flags & f.PRE:
        return _TRAILING.sub("", _styled(_verbatim(block.runs), base)).strip("\n")
    if not any(run.style & _SHOWN or run.href for run in block.runs):
        return escape(block.text, quote=False).replace("\n", "<br>")
    return _styled(_collapsed(block.runs), base).strip().replace(_BREAK, "<br>")


def _styled(runs: Iterable[Run], base: str | None) -> str:
    """The runs one after the other; neighbours of one make share their elements, those of one link the link."""
    return "".join([_linked(list(group), href, base) for href, group in groupby(runs, key=_HREF)])


def _linked(runs: list[Run], href: str | None, base: str | None) -> str:
    html = "".join([_wrap("".join([run.text for run in group]), style) for style, group in groupby(runs, key=_STYLE)])
    url = safe_url(href, base) if href and html.strip() else None
    return f'<a href="{escape(url)}">{html}</a>' if url else html


def _verbatim(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs of preformatted text with their white space; that it may be code, its element says."""
    for raw, style, href in runs:
        yield Run(raw.replace(_BREAK, "\n").replace("\xa0", " "), style & _SHOWN & ~f.CODE, href)


def _collapsed(runs: tuple[Run, ...]) -> list[Run]:
    """The runs with white space collapsed, also across their borders."""
    kept: list[Run] = []
    after_space = True
    for raw, style, href in runs:
        text = raw if raw == _BREAK else _spaced(raw)
        if after_space:
            text = text.lstrip(" ")
        if text:
            after_space = text.endswith((" ", _BREAK))
            kept.append(Run(text, style & _SHOWN, href))
    return kept


def _spaced(text: str) -> str:
    """Each run of white space as one space, at the ends, too."""
    words = " ".join(text.split())
    if not words:
        return " "
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _wrap(text: str, style: int) -> str:
    html = escape(text, quote=False)
    if not text.strip():
        return html
    for bit, tag in _TAGS if style else ():
        if style & bit:
            html = f"<{tag}>{html}</{tag}>"
    return html


def safe_url(href: str, base: str | None = None) -> str | None:
    """The link resolved against `base` (the page's address), or None when its scheme could run anything.

    Control characters, and spaces around it, are dropped and other spaces written as %20, as browsers do
    (https://url.spec.whatwg.org/#concept-basic-url-parser).

    >>> safe_url(" java\\nscript:alert(1)") is None
    True
    """
    url = (href if href.isprintable() else _CONTROL.sub("", href)).strip(" ").replace(" ", "%20")
    if url.startswith(_OF_WEB):
        return url
    if not url or url.startswith("#"):
        return None
    if base and not _SCHEME.match(url):
        try:
            url = absolute(base, url)
        except ValueError:
            return None
    scheme = _SCHEME.match(url)
    return url if scheme is None or scheme[0].lower() in _SAFE_SCHEMES else None
