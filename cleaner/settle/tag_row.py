"""Rows of key words that no class names: behind their label, or linked to pages of tags."""

from __future__ import annotations

from cleaner.model import Block
from cleaner.tag_pages import are_tag_pages
from cleaner.text import fold

_LABELS = frozenset(
    "từ khóa|từ khoá|từ khóa liên quan|tag|tags|thẻ|chủ đề|chủ đề liên quan|hashtag|keywords|topics".split("|")
)
_INITIALS = frozenset(label[0] for label in _LABELS)
_SIGNS = " \xa0\n:,;|#•·/-–"
_MAX_LABEL = 24  # characters


def is_tag_row(block: Block, before: Block) -> bool:
    """Nothing but links behind the label of key words, or nothing but two links and more to pages of tags."""
    if block.links < 2 and block.runs[0].href:  # most linked blocks of a page
        if len(before.text) > _MAX_LABEL:
            return False
        if len(block.runs) == 1:
            return _is_label(before.text.strip(_SIGNS))
    plain = [run.text.strip(_SIGNS) for run in block.runs if not run.href]
    links = [run.href for run in block.runs if run.href]
    words = [text for text in plain if text]
    if not links or len(words) > 1:
        return False
    if words:
        return _is_label(words[0]) and not (block.runs[-1].href is None and block.runs[-1].text.strip(_SIGNS))
    return _is_label(before.text.strip(_SIGNS)) or are_tag_pages(links)


def _is_label(text: str) -> bool:
    return len(text) <= _MAX_LABEL and _may_open(text) and fold(text) in _LABELS


def _may_open(text: str) -> bool:
    """Whether it begins as a label does, as far as a glance tells: what is not printed may stand before it."""
    return text[:1].casefold() in _INITIALS or not text.isprintable()
