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


def parse(text: str) -> tuple[LexborHTMLParser, tuple[str, ...]]:
    """The tree of an HTML page and the warnings of what had to be bounded first.

    Raises MemoryError where there is none left for the tree: a parser of HTML fails for nothing else.
    """
    warnings: tuple[str, ...] = ()
    for bound in (bound_attributes, bound_depth):
        text, problem = bound(text)
        if problem:
            warnings += (problem,)
    try:
        return LexborHTMLParser(text), warnings
    except SelectolaxError as error:
        raise MemoryError(str(error)) from error
