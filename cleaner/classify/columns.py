"""The fields of a page's blocks as arrays, from which all features are made."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cleaner import flags as f
from cleaner.classify.letters import Letters
from cleaner.classify.tree import Containers
from cleaner.model import Block, Document

Row = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float32]

TAGS = (
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption", "blockquote", "pre", "dt", "dd",
    "section", "article", "header", "footer", "aside", "button", "label", "option", "body", "figure", "summary",
)  # fmt: skip
TAG_CODES = {tag: code for code, tag in enumerate(TAGS, 1)}
_HEADINGS = TAG_CODES["h1"], TAG_CODES["h6"]  # in a row
_APART = f.NAV | f.FOOTER | f.FORM | f.HIDDEN | f.DIALOG
_PROSE_WORDS = 15  # a paragraph from here on
_PROSE_LINKED = 0.35
_LEVELS = 4
_HOME_PARAGRAPHS = 3


class Columns:
    """The blocks' fields as arrays, and what the other features are made of."""

    def __init__(self, document: Document) -> None:
        blocks = document.blocks
        fields = dict(zip(Block._fields, zip(*blocks, strict=True), strict=True))
        self.n = len(blocks)
        self.letters = Letters(fields["text"])
        self.chars = self.letters.sizes.astype(np.float64)
        self.words = self.letters.words
        self.flags = np.array(fields["flags"], dtype=np.int64)
        self.hints = np.array(fields["hints"], dtype=np.int64)
        self.near = np.array(fields["near"], dtype=np.int64)
        self.depth = np.array(fields["depth"], dtype=np.float64)
        self.figure = np.array(fields["figure"], dtype=np.int64)
        self.gap = np.array(fields["gap"], dtype=np.int64)
        self.links = np.array(fields["links"], dtype=np.float64)
        self.bold = np.array(fields["bold_chars"], dtype=np.float64) / np.maximum(self.chars, 1)
        whole_link = (self.flags & f.LINK) > 0
        self.link_chars = np.where(whole_link, self.chars, np.array(fields["link_chars"], dtype=np.float64))
        self.linked = self.link_chars / np.maximum(self.chars, 1)
        self.tags = np.array([TAG_CODES.get(tag, 0) for tag in fields["tag"]])
        self.heading = (self.tags >= _HEADINGS[0]) & (self.tags <= _HEADINGS[1])
        self.tree = Containers(document.containers, fields["container"])
        self.prose = self._prose()
        self.levels = self.tree.levels(_LEVELS)
        self.home, self.box = self.tree.homes((self.prose > 0).astype(np.float64), _HOME_PARAGRAPHS)
        self.kin = self._kin()
        self.sums = self._sums()
        self.firsts = self._firsts()

    def _sums(self) -> Row:
        """Below each container: words, words of prose, characters, those in links, paragraphs, headings. (n, 6)."""
        paragraphs = self.prose > 0
        parts = (self.words, self.prose, self.chars, self.link_chars, paragraphs, self.heading)
        return self.tree.sums(np.stack(parts, axis=1, dtype=np.float64, casting="unsafe"))

    def _firsts(self) -> npt.NDArray[np.int64]:
        """The first block below each container; they stand in a row, so their mean tells."""
        counts = self.tree.counts
        means = self.tree.sums(np.arange(self.n, dtype=np.float64)) / np.maximum(counts, 1)
        return (means - (counts - 1) / 2).astype(np.int64)

    def _kin(self) -> npt.NDArray[np.int64]:
        """Number of the group of blocks made alike: same tag, depth and class words."""
        make = self.tags + 32 * self.depth.astype(np.int64) + 16384 * (self.near % (1 << 48))
        kin: npt.NDArray[np.int64] = np.unique(make, return_inverse=True)[1]
        return kin

    def _prose(self) -> Row:
        """The words of blocks that read as paragraphs, 0 for others."""
        sentence = self.letters.count("stop") > 0
        long = self.words + self.letters.count("ideograph") >= _PROSE_WORDS
        apart = (self.flags & _APART) > 0
        return np.where(long & sentence & ~apart & (self.linked < _PROSE_LINKED), self.words, 0.0)


def shift(row: npt.NDArray[np.generic], by: int, fill: float) -> npt.NDArray[np.generic]:
    """The row as seen from `by` blocks before: value of block i + by, `fill` beyond the page."""
    moved = np.full(len(row), fill)
    if abs(by) >= len(row):
        return moved
    if by > 0:
        moved[:-by] = row[by:]
    else:
        moved[-by:] = row[:by]
    return moved
