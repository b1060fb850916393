"""The text gathered since the last block boundary."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from cleaner import flags as f
from cleaner.model import Block, Run
from cleaner.segment.element import Element
from cleaner.text import nfc

_BREAK = "\x1e"  # ASCII record separator: decode has removed control characters from the page
_BREAK_RUN = Run(_BREAK)
#: What the constructor of a named tuple and `_make` end in, in half their time: a page has hundreds of each.
_new = tuple.__new__
_SPACE_RUN = Run(" ")
_COVERED = 0.8  # an inline element's rule speaks for the block when it holds this share of its text


class Gathered:
    """Runs of text with their measures, until a boundary makes a block of them.

    aside: words for screen readers that stand inside the sentence and get a block of their own.
    style: how the last of them is set.
    """

    __slots__ = ("anchor", "aside", "bold_chars", "broken", "covers", "hints", "link_chars", "links", "runs", "style")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.aside: list[Run] = []
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.runs.clear()
        self.aside.clear()
        self.links = self.link_chars = self.bold_chars = self.hints = 0
        self.covers: dict[str, int] | None = None
        self.broken = False
        self.style = 0
        self.anchor: LexborNode | None = None

    def add(self, raw: str, element: Element) -> None:
        """Take in one text node."""
        if raw.isspace():
            if self.runs and not element.hidden:
                self.runs.append(Run(raw) if element.flags & f.PRE else _SPACE_RUN)
            return
        if not raw.isascii():
            raw = nfc(raw)  # the source is, but entities may stand for combining marks
        if element.hidden:
            self.aside.append(Run(raw))
            return
        if element.inline:
            self._inline_text(len(raw.strip()), element)
            if element.style & f.APART:
                raw += " "
        self.broken = False
        if (element.style ^ self.style) & f.CREDIT and self.runs:
            self.runs.append(_SPACE_RUN)
        self.style = element.style
        self.runs.append(_new(Run, (raw, element.style, element.href)))

    def _inline_text(self, size: int, element: Element) -> None:
        if element.style & f.ANCHOR:
            self.link_chars += size
        if element.style & f.BOLD:
            self.bold_chars += size
        parent: Element | None = element
        while parent is not None and parent.inline:
            self.hints |= parent.own
            if parent.tag == "a" and parent.node is not self.anchor:
                self.links += 1
                self.anchor = parent.node
            parent = parent.parent
        if parent is not None and element.covers is not parent.covers:
            self._cover(element.covers[len(parent.covers) :], size)

    def _cover(self, rules: tuple[str, ...], size: int) -> None:
        if self.covers is None:
            self.covers = {}
        for rule in rules:
            self.covers[rule] = self.covers.get(rule, 0) + size

    def line_break(self) -> bool:
        """One <br> ends a line; two end a paragraph, and then this is True."""
        if self.runs and not self.broken:
            self.runs.append(_BREAK_RUN)
            self.broken = True
            return False
        return self.broken

    def blocks(self, first: int, element: Element) -> list[Block]:
        """The block of the text gathered in this block element, and that of the words aside, if any.

        first: the index of the first block.
        """
        found: list[Block] = []
        text = lines(self.runs) if element.flags & f.PRE else display(self.runs)
        if text:
            found.append(self._block(first, text, self.runs, element.flags, element))
        if self.aside and (text := display(self.aside)):
            found.append(self._block(first + len(found), text, self.aside, element.flags | f.HIDDEN, element))
        return found

    def _block(self, index: int, text: str, runs: list[Run], flags: int, element: Element) -> Block:
        parent, covers, size = element.parent, element.covers, len(text)
        above = 0 if parent is None else parent.own | (parent.parent.own if parent.parent else 0)
        if self.covers:
            covers = (*covers, *(rule for rule, held in self.covers.items() if held >= size * _COVERED))
        return _new(Block, (
            index, text, -1, -1, element.path, element.tag, flags,
            element.hints | self.hints, element.own | self.hints | above,
            min(self.link_chars, size), min(self.bold_chars, size), self.links, element.depth,
            element.container, element.figure, covers, tuple(runs), 0,
        ))  # fmt: skip


def display(runs: list[Run]) -> str:
    """The text of the runs as a reader sees it: white space collapsed, a line a <br>."""
    if len(runs) == 1:
        return " ".join(runs[0].text.split())
    raw = "".join([run.text for run in runs])
    if _BREAK not in raw:
        return " ".join(raw.split())
    parted = (" ".join(line.split()) for line in raw.split(_BREAK))
    return "\n".join(line for line in parted if line)


def lines(runs: list[Run]) -> str:
    """The text of preformatted runs: its lines as they are, without empty ones around it and spaces behind."""
    raw = "".join([run.text for run in runs]).replace(_BREAK, "\n").replace("\xa0", " ")
    return "\n".join([line.rstrip() for line in raw.split("\n")]).strip("\n")
