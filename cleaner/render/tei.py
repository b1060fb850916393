"""XML-TEI P5 (https://tei-c.org/guidelines/p5/): the article, and what was left out as notes.

Every block that is not in the text stands in `<back>` as `<note type="removed" resp="#rule">` (or
"data", when its words are in a field), and the rules are declared in the header, so that the document
accounts for the whole page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from cleaner.model import BodyBlock, CleanResult, Image, LedgerEntry
from cleaner.render.fate import fate
from cleaner.render.flow import lead
from cleaner.render.inline import Span, spans
from cleaner.render.profile import Profile
from cleaner.render.structure import Group, Heading, List, Piece, structure
from cleaner.render.tables import Table
from cleaner.render.tei_header import add_header, rule_id
from cleaner.render.text import caption_text
from cleaner.render.xml import NAMESPACE, add, document, legal, uri

_LINES = {"type": "preformatted", "xml:space": "preserve"}
_GROUPS = {"quote": ("quote", {}), "note": ("note", {"type": "box"})}


def render_tei(result: CleanResult, profile: Profile) -> str:
    """One TEI document."""
    root = Element("TEI", {"xmlns": NAMESPACE, "xml:lang": legal(result.article.language)})
    add_header(root, result)
    text = add(root, "text")
    _body(add(text, "body"), result, profile)
    _removed(text, [entry for entry in result.ledger if not entry.kept])
    return document(root)


def _body(body: Element, result: CleanResult, profile: Profile) -> None:
    article = result.article
    if article.title:
        add(body, "head", article.title)
    for part in lead(article, profile):
        add(body, "ab", part, type="lead")
    _pieces(body, structure(result, profile))
    if not len(body):
        add(body, "p")


def _pieces(parent: Element, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        match piece:
            case Image():
                _figure(parent, piece)
            case Table():
                _table(parent, piece)
            case Heading(level, html):
                _runs(add(parent, "ab", type="heading", n=str(level)), spans(html))
            case List():
                _list(parent, piece)
            case Group(kind, blocks):
                tag, attributes = _GROUPS[kind]
                _pieces(add(parent, tag, **attributes), (block._replace(type="paragraph") for block in blocks))
            case BodyBlock("preformatted", _, html):
                _runs(add(parent, "ab", **_LINES), spans(html))
            case BodyBlock(kind, _, html):
                _runs(add(parent, "quote" if kind == "quote" else "p"), spans(html))


def _list(parent: Element, piece: List) -> None:
    element = add(parent, "list", **({"rend": "numbered"} if piece.ordered else {}))
    for number, (words, pieces) in enumerate(piece.items, piece.start):
        item = add(element, "item", **({"n": str(number)} if piece.ordered else {}))
        _runs(item, spans(words.html) if words else ())
        _pieces(item, pieces)


def _table(parent: Element, table: Table) -> None:
    element = add(parent, "table")
    for row in table.rows:
        line = add(element, "row")
        for cell in row:
            _runs(add(line, "cell", **({"role": "label"} if cell.heads else {})), spans(cell.html))


def _figure(parent: Element, image: Image) -> None:
    figure = add(parent, "figure")
    if image.url:
        add(figure, "graphic", url=image.url)
    if caption := caption_text(image):
        add(figure, "figDesc", caption)


def _runs(parent: Element, runs: Sequence[Span]) -> None:
    for run in runs:
        holder = parent
        if run.href:
            holder = SubElement(holder, "ref", {"target": uri(run.href)})
        if run.styles:
            holder = SubElement(holder, "hi", {"rend": " ".join(run.styles)})
        _append(holder, parent, legal(run.text))


def _append(holder: Element, parent: Element, text: str) -> None:
    """Text into the run's own element, or behind the parent's last one when it has no style."""
    if holder is parent and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text


def _removed(text: Element, entries: Sequence[LedgerEntry]) -> None:
    if not entries:
        return
    division = add(add(text, "back"), "div", type="rest")
    for entry in entries:
        kind = "data" if fate(entry) == "data" else "removed"
        add(division, "note", entry.text, type=kind, subtype=entry.role.value, resp=f"#{rule_id(entry.rule)}")
