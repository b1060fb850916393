"""Whether the judge is asked: of a text only if it is a whole page, with menus, boxes and footer around the story."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from cleaner.classify.as_markup import ITEM
from cleaner.model import Block, Document
from cleaner.shown import shown
from cleaner.text import SENTENCE_ENDS

_LABELS, _ABOVE = 15, 5  # in all, and above the first paragraph; stories and verse have fewer
_MOST = 10_000  # lines; the longest page of the corpus has fewer, scripts and all
_MANY = 80  # wherever they stand; lists of names in a story are shorter
_SHORT, _WORDS, _LONG = 40, 4, 60  # characters and words of a label, characters of a paragraph; verse has more words
_STOPS = (*SENTENCE_ENDS, ":", ";", ",")


def is_whole_page(document: Document) -> bool:
    """Markup that holds any text is one; so is a text with a menu's worth of labels around a paragraph."""
    return bool(document.blocks) and (document.page.kind == "html" or _has_menus(document.blocks))


def _has_menus(blocks: Sequence[Block]) -> bool:
    if not _LABELS < len(blocks) <= _MOST:
        return False
    texts = [shown(block) for block in blocks]
    first = next((at for at, text in enumerate(texts) if len(text) >= _LONG and text.endswith(SENTENCE_ENDS)), None)
    labels = [at for at, text in enumerate(texts) if _is_label(text)]
    above = bisect(labels, first) if first is not None else 0
    return len(labels) >= _MANY or (len(labels) >= _LABELS and above >= _ABOVE)


def _is_label(text: str) -> bool:
    """A few words without a stop or a number, but for an item's own; prices and results have numbers."""
    if len(text) > _SHORT or text.endswith(_STOPS):
        return False
    words = ITEM.sub("", text, count=1)
    return words.count(" ") < _WORDS and not any(map(str.isdigit, words))
