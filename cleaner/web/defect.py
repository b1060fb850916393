"""A defect of ours that a page met in its process."""

from __future__ import annotations


class PageDefect(RuntimeError):
    """Says the type and the place of the error, fit for a log; never its own words, which may be the page's."""
