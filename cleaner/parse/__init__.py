"""Text to tree: one parse, bounded before the parser sees the page.

The HTML standard's tree builder takes quadratic time on markup that no newsroom prints: deep nesting,
hundreds of unclosed formatting elements, thousands of attributes on one tag. Such markup is bounded
first; its text stays.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.parse.attributes import bound_attributes
from cleaner.parse.depth import MAX_DEPTH, bound_depth

__all__ = ["MAX_DEPTH", "parse"]


def parse(text: str, utf8: bytes = b"") -> tuple[LexborHTMLParser, tuple[str, ...]]:
    """The tree of an HTML page and the warnings of what had to be bounded first.

    utf8: the text's UTF-8 form, where that is at hand: the parser reads it, and so do the bounds, as one byte a
    character is searched faster than two or four.

    Raises MemoryError where there is none left for the tree: a parser of HTML fails for nothing else.
    """
    page, many_attributes = bound_attributes(utf8 or text.encode("utf-8", "replace"))
    page, too_deep = bound_depth(page, len(text))
    try:
        return LexborHTMLParser(page), tuple(problem for problem in (many_attributes, too_deep) if problem)
    except SelectolaxError as error:
        raise MemoryError(str(error)) from error
