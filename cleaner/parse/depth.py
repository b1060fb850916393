"""Markup that no newsroom prints, bounded: nesting, formatting left open, tags without number.

Tree builders search their stack of open elements for most tags, open unclosed formatting elements again
in every block that follows (the standard's "reconstruct the active formatting elements"), and every
element costs memory, however little text it holds. The tags beyond a bound are dropped; their text stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.limits import most_pieces
from cleaner.parse.tags import Tag, markup, names, tags

#: Browsers stop nesting at 512 as well (Chromium's kMaximumHTMLParserDOMTreeDepth).
MAX_DEPTH = 512
#: Unclosed formatting elements at one time; pages that are not an attack have a handful.
MAX_FORMATTING = 48
#: Elements that unclosed formatting may be opened again as: so many, and so many more for each tag of the page.
MAX_REOPENED, _REOPENED_EACH = 5_000, 2
#: Elements that no end tag is believed for at a glance: fewer cost little, however deep they are.
MAX_UNSEEN = 8_000
MAX_OPTIONS = 4_096  # lexbor walks over all options of a select for each of them
#: Void elements, and those that the next of their kind closes: an honest page leaves them open.
_SHALLOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option optgroup tr td th thead tbody tfoot rp rt body html "
    "path circle rect line polygon polyline ellipse use stop image animate".split()
)
#: What `_measures` need not look at: these, and their end tags.
_PASSED = _SHALLOW | {f"/{name}" for name in _SHALLOW}
#: Of the formatting elements, `a` and `nobr` close the one before.
_FORMATTING = frozenset("b big code em font i s small strike strong tt u".split())


class Measures(NamedTuple):
    """What a page asks of a tree builder, as far as its tags tell.

    depth: most elements open at a time. opened: elements that could be, were no end tag one: they may stand in comments
    and attributes. reopened: elements that unclosed formatting may be opened again as.
    """

    depth: int
    opened: int
    reopened: int
    tags: int
    options: int


def bound_depth(page: bytes, chars: int) -> tuple[bytes, str | None]:
    """The page without the tags that go beyond the bounds, and a warning if there were any.

    chars: the page's characters, by which its tags are bounded.
    """
    if not (_may_exceed(page, chars) and _may_exceed(markup(page), chars)):
        return page, None
    found = list(tags(page))
    measures = _measures([f"/{tag.name}" if tag.closes else tag.name for tag in found])
    reasons = ", ".join(_reasons(measures, chars))
    if not reasons:
        return page, None
    bounds = _Bounds(most_pieces(chars), plain=measures.reopened > _most_reopened(measures.tags))
    page, dropped = _flatten(page, found, bounds)
    return page, f"{reasons}: {dropped} tags flattened"


def _may_exceed(page: bytes, chars: int) -> bool:
    """Whether what looks like tags goes beyond a bound; scripts and comments are full of such."""
    glance = _measures(names(page))
    return glance.opened > MAX_UNSEEN or any(_reasons(glance, chars))


def _reasons(found: Measures, chars: int) -> Iterator[str]:
    if found.depth > MAX_DEPTH:
        yield f"nesting deeper than {MAX_DEPTH}"
    if found.reopened > _most_reopened(found.tags):
        yield f"unclosed formatting that would be opened again {found.reopened} times"
    if found.tags > most_pieces(chars):
        yield f"more than {most_pieces(chars)} tags"
    if found.options > MAX_OPTIONS:
        yield f"more than {MAX_OPTIONS} options"


def _most_reopened(tags_: int) -> int:
    return MAX_REOPENED + _REOPENED_EACH * tags_


def _measures(found: list[str]) -> Measures:
    """An end tag counts only where its element may be open, so that none can hide how deep the page is."""
    opened: dict[str, int] = {}
    depth = deepest = reopened = nested = 0
    for place, name in enumerate(found):
        if name in _PASSED:
            continue
        if name[0] != "/":
            nested += 1
            depth += 1
            if depth > deepest:
                deepest = depth
            opened[name] = opened.get(name, 0) + 1
            if name in _FORMATTING:  # open at each tag that follows, until it is closed
                reopened += len(found) - 1 - place
        elif opened.get(name := name[1:]):
            opened[name] -= 1
            depth -= 1
            if name in _FORMATTING:
                reopened -= len(found) - 1 - place
    shallow = sum(map(_SHALLOW.__contains__, found))
    return Measures(deepest, nested, reopened, shallow + nested, found.count("option"))


class _Bounds:
    """Which tags of a page are dropped, asked in order; plain: no formatting at all."""

    def __init__(self, most: int, plain: bool) -> None:
        self.left, self.options, self.plain = most, MAX_OPTIONS, plain
        self.opened: Counter[str] = Counter()
        self.depth = self.formatting = 0

    def drops(self, tag: Tag) -> bool:
        """Whether the tag goes beyond a bound; what it opens counts all the same, until it is closed."""
        self.left -= not tag.closes
        if self.left < 0 or (self.plain and tag.name in _FORMATTING):
            return True
        if tag.name in _SHALLOW:
            self.options -= tag.name == "option" and not tag.closes
            return tag.name == "option" and self.options < 0
        if tag.closes and not self.opened[tag.name]:
            return False
        deepest, most = self._step(tag.name, -1 if tag.closes else 1)
        return deepest > MAX_DEPTH or most > MAX_FORMATTING

    def _step(self, name: str, step: int) -> tuple[int, int]:
        """The depth and the open formatting elements with the element whose tag this is."""
        deepest, most = max(self.depth, self.depth + step), 0
        self.depth += step
        self.opened[name] += step
        if name in _FORMATTING:
            most = max(self.formatting, self.formatting + step)
            self.formatting += step
        return deepest, most


def _flatten(page: bytes, found: list[Tag], bounds: _Bounds) -> tuple[bytes, int]:
    """The page with tags dropped where they go beyond the bounds, and their number."""
    pieces: list[bytes] = []
    at = 0
    for tag in found:
        if bounds.drops(tag):
            pieces.append(page[at : tag.start])
            at = tag.end
    pieces.append(page[at:])
    return b" ".join(pieces), len(pieces) - 1
