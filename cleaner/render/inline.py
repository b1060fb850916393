"""Safe inline HTML of a body block, as runs of text with styles: what Markdown and TEI are made of."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

from cleaner.text import collapse

#: Inline elements and the style they stand for.
STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "code": "code",
    "sup": "sup",
    "sub": "sub",
    "mark": "mark",
}


class Span(NamedTuple):
    """A run of text; `styles` sorted, each once; `href` of the link it stands in."""

    text: str
    styles: tuple[str, ...] = ()
    href: str | None = None


def spans(html: str) -> tuple[Span, ...]:
    """Runs of an inline HTML fragment; neighbours differ in style or link. `<br>` gives a newline."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.spans)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self._open: list[str] = []
        self._hrefs: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self._hrefs.append(dict(attrs).get("href"))
        elif tag in STYLES:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._hrefs:
            self._hrefs.pop()
        elif tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()

    def handle_data(self, data: str) -> None:
        styles = tuple(sorted({STYLES[tag] for tag in self._open}))
        span = Span(data, styles, self._hrefs[-1] if self._hrefs else None)
        if self.spans and self.spans[-1][1:] == span[1:]:
            span = span._replace(text=self.spans.pop().text + data)
        self.spans.append(span)


def plain(html: str) -> str:
    """The text of an inline fragment, white space collapsed."""
    return collapse("".join(span.text for span in spans(html)))
