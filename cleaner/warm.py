"""What the engine loads when a page first needs it, loaded before the first page.

The profiles of langdetect and trafilatura take up to a second of work and some thirty megabytes. Loaded by a
page they would be counted as its own; loaded before processes are forked they are there once for all of them.
"""

from __future__ import annotations

import bs4  # noqa: F401
import ftfy  # noqa: F401
import trafilatura  # noqa: F401

from cleaner.pipeline import clean
from cleaner.rulebook.book import make_rulebook

_SENTENCE = "The council of the town said on Monday that the old bridge over the river would be closed for repairs. "
#: No language declared, and hardly a story: all that is asked only where a page says nothing.
_SILENT = (
    f"<html><body><div><a href='/'>{_SENTENCE * 5}</a></div><div hidden><p>{_SENTENCE * 5}</p></div></body></html>"
)


def warm_up() -> None:
    for page in (_SILENT, f"<html><body><h1>Repairs</h1><p>{_SENTENCE * 3}</p></body></html>", _SENTENCE):
        clean(page.encode(), rulebook=make_rulebook((), (), (), "none"))
