"""Markdown (CommonMark 0.31, https://spec.commonmark.org/0.31.2/), with every special letter escaped.

Tables, which CommonMark has not, are written as GitHub reads them (https://github.github.com/gfm/#tables-extension-).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from cleaner.model import BodyBlock, CleanResult, Image
from cleaner.render.flow import lead
from cleaner.render.inline import Span, spans
from cleaner.render.profile import Profile
from cleaner.render.structure import Group, Heading, List, Piece, structure
from cleaner.render.tables import Cell, Table
from cleaner.render.text import caption_text
from cleaner.text import collapse

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
# What would open a heading, list, quote, rule or table at the beginning of a line.
_OPENER = re.compile(r"^(\s*)([#+\-=:>]|\d{1,9}(?=[.)]))", re.MULTILINE)
_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)
_CLOSING = re.compile(r"(^|\s)(#+)$")
_URL_UNSAFE = re.compile(r"[\s<>()\\]")
_BACKTICKS = re.compile("`+")
_EMPTY = re.compile(r"^ +$", re.MULTILINE)
_MARKS = {"bold": "**", "italic": "*"}


def render_markdown(result: CleanResult, profile: Profile) -> str:
    """Title as heading, lead in bold, body; ends in a newline unless it is empty."""
    article = result.article
    parts = [
        f"# {_unclosed(escape(collapse(article.title)))}" if article.title else "",
        *(f"**{escape(collapse(part))}**" for part in lead(article, profile)),
        *_pieces(structure(result, profile)),
    ]
    text = "\n\n".join(part for part in parts if part)
    return text + "\n" if text else ""


def escape(text: str) -> str:
    """Text that a Markdown reader shows letter for letter.

    >>> escape("1. a*b")
    '1\\\\. a\\\\*b'
    """
    return _line_start(_SPECIAL.sub(r"\\\1", text))


def _line_start(text: str) -> str:
    return _NUMBER.sub(r"\1\\\2", _OPENER.sub(lambda m: m[0] if m[2][0].isdigit() else rf"{m[1]}\{m[2]}", text))


def _pieces(pieces: Iterable[Piece]) -> Iterator[str]:
    """Of two lists that follow each other the second has other signs, or a reader would take them for one."""
    before, turned = None, False
    for piece in pieces:
        turned = not turned and isinstance(before, List) and isinstance(piece, List) and before.ordered == piece.ordered
        yield _list(piece, turned) if isinstance(piece, List) else _piece(piece)
        before = piece


def _piece(piece: Piece) -> str:
    match piece:
        case Image():
            return _figure(piece)
        case Table():
            return _table(piece)
        case Heading(level, html):
            return f"{'#' * level} {_unclosed(_line_start(_inline(spans(html), ' ')))}"
        case List():
            return _list(piece)
        case Group(_, blocks):
            return _quoted("\n\n".join(map(_paragraph, blocks)))
        case BodyBlock("preformatted", text):
            return _fenced(text)
        case BodyBlock("quote"):
            return _quoted(_paragraph(piece))
        case BodyBlock():
            return _paragraph(piece)


def _unclosed(heading: str) -> str:
    """Number signs behind a heading would be taken for its end."""
    return _CLOSING.sub(r"\1\\\2", heading)


def _paragraph(block: BodyBlock) -> str:
    return _line_start(_inline(spans(block.html), "\\\n"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _list(piece: List, turned: bool = False) -> str:
    """turned: with the signs that stand for another list."""
    items: list[str] = []
    for number, (words, pieces) in enumerate(piece.items, piece.start):
        sign = f"{number}{')' if turned else '.'} " if piece.ordered else "* " if turned else "- "
        text = _paragraph(words) if words else ""
        for inner, written in zip(pieces, _pieces(pieces), strict=True):
            text += ("\n" if isinstance(inner, List) else "\n\n") + written  # a list follows its item's words at once
        items.append(sign + _EMPTY.sub("", text.lstrip("\n").replace("\n", "\n" + " " * len(sign))))
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _fenced(text: str) -> str:
    """As it is, between fences longer than any row of backticks in it."""
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _table(table: Table) -> str:
    """Such a table has a head: its first row, as newsrooms print them, marked or not."""
    head, *rows = (f"| {' | '.join(map(_cell, row))} |" for row in table.rows)
    return "\n".join([head, "|" + " --- |" * len(table.rows[0]), *rows])


def _cell(cell: Cell) -> str:
    return _inline(spans(cell.html), " ")


def _figure(image: Image) -> str:
    caption = escape(collapse(caption_text(image)))
    picture = f"![{escape(collapse(image.caption or ''))}]({_url(image.url)})" if image.url else ""
    return "\n".join(part for part in (picture, f"*{caption}*" if caption else "") if part)


def _inline(runs: Iterable[Span], line_break: str) -> str:
    """line_break: what stands for one; a heading is one line."""
    text = "".join([_linked(list(group), href) for href, group in _by_link(runs)])
    return re.sub(r"[ \t]*\n[ \t]*", lambda _: line_break, text.strip())


def _by_link(runs: Iterable[Span]) -> Iterator[tuple[str | None, Iterator[tuple[Span, str, str]]]]:
    """The runs of each link, and those between links, with the characters around them."""
    given = list(runs)
    around = ["", *(run.text for run in given), ""]
    found = [(run, around[at][-1:], around[at + 2][:1]) for at, run in enumerate(given)]
    return groupby(found, key=lambda one: one[0].href)


def _linked(runs: list[tuple[Span, str, str]], href: str | None) -> str:
    """The runs of one link inside its brackets, beside which any mark may stand."""
    if not href:
        return "".join([_span(*one) for one in runs])
    last = len(runs) - 1
    text = "".join(
        [_span(run, before if at else "", after if at < last else "") for at, (run, before, after) in enumerate(runs)]
    )
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    return f"{text[:start]}[{core}]({_url(href)}){text[start + len(core) :]}"


def _span(run: Span, before: str, after: str) -> str:
    """Marks stand against the letters, never against white space, where they would be read as text.

    before, after: the characters around it, "" at the ends.
    """
    text = re.sub(r"[^\S\n]+", " ", run.text)
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    head, tail = text[:start], text[start + len(core) :]
    marked = _SPECIAL.sub(r"\\\1", core)
    if _may_mark(core[0], head or before) and _may_mark(core[-1], tail or after):
        for style in run.styles:
            mark = _MARKS.get(style, "")
            marked = f"{mark}{marked}{mark}"
    return head + marked + tail


def _may_mark(edge: str, neighbour: str) -> bool:
    """Whether a mark between them opens or closes: beside punctuation it needs white space or punctuation beyond
    (https://spec.commonmark.org/0.31.2/#delimiter-run)."""
    return edge.isalnum() or not neighbour[-1:].isalnum()


def _url(url: str | None) -> str:
    return _URL_UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url or "")
