"""The printed title: the first line when it stands like one, with the kicker above it and its copies."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import weak_claim
from cleaner.settle.lines.view import Line, View
from cleaner.text import fold

_MAX_CHARS = 200
_MAX_CUT_OFF = 110  # a title that a list cut short ends in dots; a lead may do so, too
_MANY = 8  # lines of a page without paragraphs: verse, a programme
_KICKER_WORDS, _TITLE_WORDS = 3, 5
_KICKED = 5  # lines in which the story begins under a kicker and title, a byline and a date between
_LEADING = frozenset({Role.DATE, Role.SECTION, Role.CHROME, Role.BYLINE, Role.SHARE_WIDGET, Role.SOURCE_URL, Role.AD})


def settle_title(board: Board, view: View) -> None:
    open_lines = [line for line in view.lines if board.role(line.number) not in _LEADING]
    if not open_lines or not _stands_first(board, open_lines):
        return
    title = open_lines[0]
    if _is_kicker(board, open_lines):
        board.judge(title.number, Role.SECTION, "shape.kicker", "a word or two above the title", 0.6)
        title = open_lines[1]
    board.judge(title.number, Role.TITLE, "shape.title", "the first line, short and without a full stop", 0.85)
    for line in view.lines[title.number + 1 :]:
        if fold(line.text) == fold(title.text):
            board.judge(line.number, Role.CHROME, "repeat.title-copy", "repeats the title", 0.9)


def _stands_first(board: Board, lines: list[Line]) -> bool:
    first = lines[0]
    return (
        board.role(first.number) is None
        and weak_claim(board, first.number, Role.SUMMARY) is None
        and _is_title(first)
        and (any(line.is_paragraph for line in lines[1:]) or len(lines) >= _MANY)
    )  # fmt: skip


def _is_title(line: Line) -> bool:
    cut_off = line.text.endswith(("...", "…")) and line.chars <= _MAX_CUT_OFF
    ends_open = line.stop in ("", "?", "!") or cut_off
    return ends_open and len(line.words) >= 2 and line.chars <= _MAX_CHARS and not line.bullet and line.sentences <= 2


def _is_kicker(board: Board, lines: list[Line]) -> bool:
    if len(lines) < 3:
        return False
    first, second, third = lines[:3]
    signed = board.role(second.number + 1) in _LEADING or weak_claim(board, third.number, Role.BYLINE) is not None
    return (
        len(first.words) <= _KICKER_WORDS
        and not first.stop
        and len(second.words) >= _TITLE_WORDS
        and _is_title(second)
        and (third.is_paragraph or (signed and any(line.is_paragraph for line in lines[3:_KICKED])))
    )
