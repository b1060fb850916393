"""Imported once by the process that page processes are forked from, so that they start with all of it.

What the engine loads when a page first needs it (the profiles of langdetect, trafilatura, htmldate) takes up to a
second of work. Loaded by a page's process it would be counted as that page's time; a page that is stopped for it
leaves the next one with the same work, and on a busy machine it never gets done.
"""

from __future__ import annotations

import bs4  # noqa: F401
import ftfy  # noqa: F401
import trafilatura  # noqa: F401

import cleaner.web.worker  # noqa: F401
from cleaner.pipeline import clean
from cleaner.rulebook.book import make_rulebook

_SENTENCE = "The council of the town said on Monday that the old bridge over the river would be closed for repairs. "
#: No language and no date declared, and hardly a story: all that is asked only where a page says nothing.
_SILENT = (
    f"<html><body><div><a href='/'>{_SENTENCE * 5}</a></div><div hidden><p>{_SENTENCE * 5}</p></div></body></html>"
)

for _page in (_SILENT, f"<html><body><h1>Repairs</h1><p>{_SENTENCE * 3}</p></body></html>", _SENTENCE):
    clean(_page.encode(), rulebook=make_rulebook((), (), (), "none"))
