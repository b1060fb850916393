"""An open element of the tree, and what it hands down to all that stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from cleaner import flags as f

#: Elements that stand inside a line; every other element starts a block of its own.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd mark meter nobr output picture "
    "progress q ruby rb rp rt rtc s samp small source span strike strong sub sup svg time tt u var wbr label "
    "link meta"
    # what SVG draws with and sets no text in, and MathML (an icon or a formula does not end the sentence it stands in)
    " circle clipPath defs ellipse filter g line linearGradient marker mask path pattern polygon polyline "
    "radialGradient rect stop symbol use"
    " math mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup "
    "mtext munder munderover semantics".split()
)
#: Elements that hold a sentence: an element of the publisher's own, whose name has a hyphen
#: (https://html.spec.whatwg.org/#valid-custom-element-name), stands inside it there, and so does a button without
#: words, as finance pages set one behind each company's name.
_SENTENCES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
#: tag -> (stands inside a line, context flags, text style); one look-up an element
_PLAIN = (False, 0, 0)
_TAGS = {
    tag: (tag in INLINE, f.TAG_FLAGS.get(tag, 0), f.STYLES.get(tag, 0)) for tag in {*INLINE, *f.TAG_FLAGS, *f.STYLES}
}
_NO_NAMES: frozenset[str] = frozenset()
_PATH_LEVELS = 32  # a path names at most so many elements, counted from the block up


class Element:
    """What an open element hands down to all that stands in it."""

    __slots__ = (
        "_path",
        "above",
        "children",
        "container",
        "covers",
        "depth",
        "figure",
        "flags",
        "hidden",
        "hints",
        "href",
        "inline",
        "node",
        "nth",
        "own",
        "parent",
        "style",
        "tag",
    )

    def __init__(self, node: LexborNode, tag: str, parent: Element | None) -> None:
        self.node, self.tag, self.parent = node, tag, parent
        self.children = 0
        self.own = 0
        self.inline, flags, style = _TAGS.get(tag, _PLAIN)
        if ("-" in tag or (tag == "button" and not node.text().strip())) and parent is not None:
            self.inline = self.inline or parent.in_sentence()
        self.hidden: bool = self.inline and parent is not None and parent.hidden
        self._path: str | None = None
        if parent is None:
            self.nth, self.flags, self.hints, self.style = 1, flags, 0, style
            self.href: str | None = None
            self.covers: tuple[str, ...] = ()
            self.above = _NO_NAMES
            self.container = self.figure = -1
            self.depth = 0
            return
        parent.children += 1
        self.nth = parent.children
        self.flags = parent.flags | flags
        self.style = parent.style | style
        self.hints, self.href, self.covers, self.above = parent.hints, parent.href, parent.covers, parent.above
        self.container, self.figure, self.depth = parent.container, parent.figure, parent.depth + 1

    def in_sentence(self) -> bool:
        """Whether it holds a sentence, or stands inside the line of one."""
        element: Element | None = self
        while element is not None and element.inline:
            element = element.parent
        return element is not None and element.tag in _SENTENCES

    @property
    def path(self) -> str:
        """A CSS path to the element, `body > div:nth-child(2) > p:nth-child(1)`, made once and only if asked for."""
        if self._path is None:
            parent = self.parent
            if parent is None:
                self._path = self.tag
            elif self.depth % _PATH_LEVELS:
                self._path = f"{parent.path} > {self.tag}:nth-child({self.nth})"
            else:  # a path names the nearest levels only, so that deep nesting cannot make it long
                self._path = f"… > {self.tag}:nth-child({self.nth})"
        return self._path

    @path.setter
    def path(self, path: str) -> None:
        self._path = path


def state_flags(attributes: Mapping[str, str | None]) -> int:
    """What the attributes say of the element's state and landmark role."""
    flags = 0
    if "hidden" in attributes:
        flags |= f.HIDDEN
    style = attributes.get("style")
    if style and ("none" in style or "hidden" in style):
        compact = style.replace(" ", "").lower()
        if "display:none" in compact or "visibility:hidden" in compact:
            flags |= f.HIDDEN
    if attributes.get("aria-hidden") == "true":
        flags |= f.ARIA_HIDDEN
    role = attributes.get("role")
    if role:
        flags |= f.ARIA_FLAGS.get(role, 0)
    if attributes.get("itemprop") == "articleBody":
        flags |= f.ARTICLE_BODY
    return flags
