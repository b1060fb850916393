"""Text to blocks: a page is cut once, in document order."""

from __future__ import annotations

from cleaner.model import DecodedPage, Document, Head
from cleaner.parse import parse
from cleaner.rulebook import Rulebook
from cleaner.segment.head import read_head
from cleaner.segment.html import UNSEEN, cut
from cleaner.segment.streamed import read_streamed

__all__ = ["segment"]


def segment(page: DecodedPage, rulebook: Rulebook) -> Document:
    """The page as blocks: HTML by its elements, text by its lines."""
    if page.kind == "text":
        from cleaner.segment.lines import cut_lines, line_warnings  # a tenth of the start, and only for text

        blocks = cut_lines(page, rulebook)
        return Document(page, blocks, Head(), warnings=line_warnings(page, blocks))
    tree, warnings = parse(page.text, page.utf8)
    cutter = cut(tree, rulebook.selectors, read_streamed(tree, page.text, UNSEEN))
    return Document(
        page=page,
        blocks=tuple(cutter.blocks),
        head=read_head(tree, tuple(cutter.selecting.hits)),
        images=tuple(cutter.images),
        containers=tuple(cutter.containers),
        fingerprints=frozenset(cutter.selecting.fingerprints),
        warnings=warnings,
    )
