"""A story that is told by its captions: without them there would be no text."""

from __future__ import annotations

import re

from cleaner.flags import hint_bits
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.text import SENTENCE_ENDS

_MIN_CAPTIONS = 4
_NARRATIVE_CHARS = 40
_VIDEO = hint_bits("video")
_ENDS = (*SENTENCE_ENDS, "”", '"')
_SIGNED = re.compile(r"(?<=[.!?”(–-])\s?[^\W\d_]+: [^.:()]{2,40}\)?\.?$")  # "Words. Ảnh: X", "Words (Foto: X)."
_FILM = re.compile(r"(?:video|clip|vídeo|vidéo|видео)\w*: [^:]+$", re.IGNORECASE)
_SHARE = 0.25  # of the captions' text that ordinary paragraphs may have at most ...
_SURE, _SURE_SHARE = 0.9, 0.5  # ... and where the judge took every one of them for story, or they are told so:
_TOLD_CHARS, _TOLD_TIMES = 90, 2  # in sentences of so many characters on average, so many to a paragraph


def settle_photo_story(board: Board) -> None:
    """Narrative captions become body when the page has several and hardly any paragraph."""
    captions = [block for block in board.having(Role.CAPTION) if _tells(block)]
    if len(captions) < _MIN_CAPTIONS:
        return
    told = sum(len(block.text) for block in captions)
    story = board.having(*BODY_ROLES)
    sure = bool(board.scores) and all(board.scores[block.index] >= _SURE for block in captions)
    share = _SURE_SHARE if sure or _are_told(captions, len(story)) else _SHARE
    if sum(len(block.text) for block in story) > told * share:
        return
    evidence = f"one of {len(captions)} captions that tell the story"
    for block in captions:
        board.judge(block.index, Role.BODY, "shape.photo-story", evidence, 0.7)


def _are_told(captions: list[Block], paragraphs: int) -> bool:
    """Whether each is a sentence or more, and together they outnumber the paragraphs."""
    return (
        len(captions) >= _TOLD_TIMES * paragraphs
        and all(_SIGNED.sub("", block.text).rstrip(" (–-").endswith(_ENDS) for block in captions)
        and sum(len(block.text) for block in captions) >= _TOLD_CHARS * len(captions)
    )


def _tells(block: Block) -> bool:
    """Long enough for a sentence: what ends in "Video: X" or stands at a player names a clip."""
    return len(block.text) >= _NARRATIVE_CHARS and not block.near & _VIDEO and not _FILM.search(block.text)
