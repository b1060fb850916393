"""Tree to blocks: one walk over the tree, which also notes what later stages ask of the markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner import flags as f
from cleaner.drawing import is_drawing
from cleaner.model import Block, ImageRef
from cleaner.rulebook import SelectorIndex
from cleaner.segment.element import Element, state_flags
from cleaner.segment.hints import names_credit
from cleaner.segment.line import Gathered
from cleaner.segment.selecting import Selecting
from cleaner.segment.streamed import NOTHING, Part, Streamed

#: Elements whose content no reader sees, and nodes that are no content.
UNSEEN = frozenset(
    "script style template noscript iframe noframes noembed head title desc -comment !doctype -doctype".split()
)
_NO_ELEMENTS = frozenset(("-comment", "!doctype", "-doctype"))  # a path counts elements only, as selectors do
_STATE = frozenset(("hidden", "style", "aria-hidden", "role", "itemprop"))
_PICTURES = frozenset(("img", "amp-img"))  # https://amp.dev/documentation/components/amp-img
_IMAGE_ATTRIBUTES = ("data-src", "data-original", "data-lazy-src", "src")
_IMAGE_SETS = ("data-srcset", "srcset")
_WORDLESS = frozenset("src srcset data-src data-srcset data-original style class id href sizes width height".split())
_ARROWS = (">>", "»", "›")
_MIN_WORDS = 12  # characters of an attribute that may repeat a caption
_FIGURE_HINT = f.hint_bits("image", "caption", "gallery")
_HIDDEN_HINT = f.hint_bits("hidden")


class Cutter:
    """Collects the blocks of one page while its tree is walked."""

    def __init__(self, index: SelectorIndex) -> None:
        self.selecting = Selecting(index)
        self.blocks: list[Block] = []
        self.images: list[ImageRef] = []
        self.containers: list[int] = []
        self.figures = 0
        self.gathered = Gathered()

    def begin(self, top: LexborNode) -> Element:
        """Take in the body. Its names and those of <html> are there for fingerprints and for selectors of what is
        inside; whatever a rule or a hint makes of the body itself would be said of every block."""
        element = Element(top, top.tag or "body", None)
        for node in (top.parent, top):
            attributes = node.attributes if node is not None else {}
            if attributes:
                entries = tuple(entry for entry in self.selecting.read(element, attributes) if entry.suits_body)
                self.selecting.select(element, attributes, entries, 0)
        element.own = element.hints = 0
        return element

    def skip(self, node: LexborNode, tag: str, element: Element) -> None:
        """Pass by a node in `element` that has no text; a second <br> in a row, or one above a line that offers
        another article, ends a paragraph."""
        element.children += tag not in _NO_ELEMENTS
        if tag == "br" and (self.gathered.line_break() or _offers(node.next)):
            self.flush(element)

    def flush(self, element: Element) -> None:
        """The text gathered since the last boundary becomes a block of the block element around it."""
        while element.inline and element.parent is not None:
            element = element.parent
        self.blocks += self.gathered.blocks(len(self.blocks), element)
        self.gathered.clear()

    def open(self, node: LexborNode, tag: str, parent: Element) -> Element:
        """Take in the start of an element that stands in `parent`."""
        element = Element(node, tag, parent)
        attributes = node.attributes
        if attributes or tag in self.selecting.tags:
            self._read_attributes(element, attributes)
        if tag == "article" and parent.flags & f.ARTICLE:
            element.flags |= f.NESTED_ARTICLE
        if tag == "figure" or (element.own & _FIGURE_HINT and element.figure < 0 and not element.inline):
            element.figure = self.figures
            self.figures += 1
        if not element.inline:
            self.containers.append(parent.container)
            element.container = len(self.containers) - 1
            if parent.style & f.ANCHOR:
                element.flags |= f.LINK
            if self.gathered.runs or self.gathered.aside:
                self.flush(parent)
        return element

    def place(self, part: Part, node: LexborNode, parent: Element) -> Element:
        """Take in, at this node, the start of what was streamed: the box around it is not put there with it."""
        element = self.open(node, "span", parent)
        element.path = part.path
        return element

    def _read_attributes(self, element: Element, attributes: Mapping[str, str | None]) -> None:
        tag = element.tag
        entries = self.selecting.read(element, attributes)
        if entries:
            self.selecting.select(element, attributes, entries, self._behind())
        if tag == "span" and "stamp" in (attributes.get("class") or ""):
            element.style |= f.APART
        if element.figure >= 0 and names_credit(attributes.get("class") or ""):
            element.style |= f.CREDIT
        if tag == "a":
            element.href = attributes.get("href") or ""
        elif tag in _PICTURES:
            self.images.append(_image(element, attributes, self._behind()))
        state = 0 if _STATE.isdisjoint(attributes) else state_flags(attributes)
        element.flags |= state
        if element.inline and (state & f.HIDDEN or element.own & _HIDDEN_HINT):
            element.hidden = True  # by itself: what is streamed stands in a hidden box until a script moves it

    def _behind(self) -> int:
        """The index of the next block that begins here or later."""
        return len(self.blocks) + bool(self.gathered.runs)


def _is_wordless(node: LexborNode, parent: Element) -> bool:
    """Whether a drawing holds no text; of drawings in each other only the outermost is asked, which reads them all."""
    return not parent.style & f.DRAWN and not node.text().strip()


def _offers(node: LexborNode | None) -> bool:
    """Does the line that begins with this node open with a double arrow, as links to other articles do?"""
    while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
        node = node.next
    if node is None or node.tag not in ("-text", "a"):
        return False
    words = (node.text_content if node.tag == "-text" else node.text()) or ""
    return words.lstrip().startswith(_ARROWS)


def _image(element: Element, attributes: Mapping[str, str | None], block: int) -> ImageRef:
    """A picture with the attributes that hold words; a copy of its caption is often among them."""
    words = [
        (name, value)
        for name, value in attributes.items()
        if name not in _WORDLESS and value and len(value) >= _MIN_WORDS and " " in value and "://" not in value
    ]
    url, alt = _address(attributes), attributes.get("alt") or ""
    return ImageRef(url, alt, block, element.figure, tuple(words), element.path)


def _address(attributes: Mapping[str, str | None]) -> str:
    """Where the picture is: before what stands in for it; "" where nothing else is written out in the page."""
    first = ""
    for url in _addresses(attributes):
        if url and url.lstrip()[:5].lower() != "data:":
            if not is_drawing(url):
                return url
            first = first or url
    return first


def _addresses(attributes: Mapping[str, str | None]) -> Iterator[str]:
    for name in _IMAGE_ATTRIBUTES:
        yield attributes.get(name) or ""
    for name in _IMAGE_SETS:
        yield "".join((attributes.get(name) or "").split()[:1]).rstrip(",")


def cut(tree: LexborHTMLParser, index: SelectorIndex, streamed: Streamed = NOTHING) -> Cutter:
    """The blocks of the tree, in document order; what was streamed is read where it belongs."""
    cutter = Cutter(index)
    top = tree.body if tree.body is not None else tree.root
    if top is not None:
        _walk(cutter, top, streamed)
    return cutter


def _walk(cutter: Cutter, top: LexborNode, streamed: Streamed) -> None:
    """Walk the tree once, without recursion."""
    gathered = cutter.gathered
    element = cutter.begin(top)
    trail = [element]
    node = top.first_child
    while True:
        if node is None:
            if not element.inline and (gathered.runs or gathered.aside):
                cutter.flush(element)
            node = trail.pop().node.next
            if not trail:
                return
            element = trail[-1]
            continue
        tag = node.tag or ""
        first = None
        if tag == "-text":
            text = node.text_content
            if text:
                gathered.add(text, element)
        elif streamed and (part := streamed.get(node.mem_id)) is not None:
            child, first = cutter.place(part, node, element), part.first
        elif tag == "br" or tag in UNSEEN or (tag == "svg" and _is_wordless(node, element)):
            cutter.skip(node, tag, element)
        else:
            child, first = cutter.open(node, tag, element), node.first_child
        if first is None:
            node = node.next
        else:
            trail.append(child)
            element, node = child, first
