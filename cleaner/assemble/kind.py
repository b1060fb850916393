"""Which kind of page it is, told from the shape of its verdicts and from what it declares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from cleaner.flags import HEADING_TAGS
from cleaner.jsonld import types
from cleaner.model import BODY_ROLES, Block, Document, Role, Verdict
from cleaner.shown import shown

_PARAGRAPH = 80  # characters
_BRIEF_CHARS = 700
_BRIEF_BLOCKS = 4
_MIN_QUESTIONS, _QUESTION_SHARE = 4, 1 / 7
_MIN_SLIDES = 4
_FRONT_LINKS, _RUN = 40, 3  # linked headlines; paragraphs
_ASKER = re.compile(r"(?:PV|P\.V|Phóng viên|Hỏi|Q)\s*[:.]")
_QUESTION = re.compile(r"\?[\"”’]?$")


def article_kind(document: Document, verdicts: tuple[Verdict, ...]) -> str:
    """One of "news", "photo_story", "brief", "interview", "live", "not_article"."""
    roles = [verdict.role for verdict in verdicts]
    captions = roles.count(Role.CAPTION)
    body = [block for block, role in zip(document.blocks, roles, strict=True) if role in BODY_ROLES]
    if is_front(document, verdicts) or not body:
        return "not_article" if not captions else "photo_story"
    if any(verdict.rule == "shape.photo-story" for verdict in verdicts):
        return "photo_story"
    if any("LiveBlogPosting" in types(item) for item in document.head.json_ld):
        return "live"
    if _is_interview(body):
        return "interview"
    if captions + roles.count(Role.CAPTION_DUPLICATE) >= max(_MIN_SLIDES, 2 * len(body)):
        return "photo_story"
    few = len(body) < _BRIEF_BLOCKS and sum(len(block.text) for block in body) < _BRIEF_CHARS
    return "brief" if few else "news"


def _is_interview(body: Sequence[Block]) -> bool:
    """Questions all through it, each a paragraph; questions as headings explain something, and a review asks a few."""
    short = [block for block in body if len(block.text) < _BRIEF_CHARS and block.tag not in HEADING_TAGS]
    questions = sum(_is_question(shown(block)) for block in short)
    return questions >= max(_MIN_QUESTIONS, len(body) * _QUESTION_SHARE)


def _is_question(text: str) -> bool:
    """Whether an interview would print it so: the asker before it, or a question mark at the end."""
    return bool(_ASKER.match(text) or _QUESTION.search(text, max(0, len(text) - 3)))


def is_front(document: Document, verdicts: tuple[Verdict, ...]) -> bool:
    """A home page or section front: many linked headlines and no run of paragraphs."""
    prose = (
        block
        for block, verdict in zip(document.blocks, verdicts, strict=True)
        if verdict.role in BODY_ROLES and len(block.text) >= _PARAGRAPH and block.link_chars * 4 < len(block.text)
    )
    if len(list(islice(prose, _RUN))) == _RUN:
        return False
    linked = sum(block.link_chars * 2 > len(block.text) for block in document.blocks if len(block.text) > 25)
    return linked >= _FRONT_LINKS
