"""The printed title: the first line when it stands like one, below a kicker or a menu, and its copies."""

from __future__ import annotations

import re

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import is_signed_below, weak_claim
from cleaner.settle.lines.view import Line, View
from cleaner.text import fold

_MAX_CHARS = 200
_MAX_CUT_OFF = 110  # a title that a list cut short ends in dots; a lead may do so, too
_MANY = 8  # lines of a page without paragraphs: verse, a programme
_KICKER_WORDS, _TITLE_WORDS = 3, 5
_ENTRY_WORDS, _MENU = 4, 2  # words of a menu's entry; entries that make a menu
_NAME_WORDS = 7  # of an outlet's name
_BEGINNING = 20  # letters by which a title is known
_HEAD = 6  # lines between a title and its story
_NEAR = 4  # lines below the way to a story in which its title stands
_PATH = re.compile(r"\S\s*(?:>|»|›|→)\s*\S|\S / \S")
_DOMAIN = re.compile(r"\w\.(?:vn|com|net|org)\b")
_TOLD = 0.2  # share of the word pairs
_KICKED = 5  # lines in which the story begins under a kicker and title, a byline and a date between
_LEADING = frozenset({Role.DATE, Role.SECTION, Role.CHROME, Role.BYLINE, Role.SHARE_WIDGET, Role.SOURCE_URL, Role.AD})


def settle_title(board: Board, view: View) -> None:
    open_lines = [line for line in view.lines if board.role(line.number) not in _LEADING]
    above = _menu(board, view, open_lines)
    if above:
        last = above[-1].number
        open_lines = [line for line in open_lines if line.number > last and board.role(line.number) is None]
    if not open_lines or not _stands_first(board, open_lines):
        return
    for line in above:
        board.judge(line.number, Role.CHROME, "shape.menu", "one of the short lines above the title", 0.7)
    title = open_lines[0]
    if not above and _is_kicker(board, view, open_lines):
        board.judge(title.number, Role.SECTION, "shape.kicker", "a word or two above the title", 0.6)
        title = open_lines[1]
    board.judge(title.number, Role.TITLE, "shape.title", "the first line, short and without a full stop", 0.85)
    for line in view.lines[title.number + 1 :]:
        if fold(line.text) == fold(title.text):
            board.judge(line.number, Role.CHROME, "repeat.title-copy", "repeats the title", 0.9)


def _menu(board: Board, view: View, lines: list[Line]) -> list[Line]:
    """Lines too short for a title, or the way to its section, above the first line that can be one; or none."""
    above: list[Line] = []
    for number, line in enumerate(lines):
        if board.role(line.number) is not None:
            continue
        if _is_entry(line) or _is_name(view, line) or _ends_in_title(line, lines[number + 1 : number + _NEAR]):
            above.append(line)
        elif _is_headline(line) and _is_menu(view, [*above, line]):
            return above[:-1] if _is_verse(board, view, above[-1], lines[number + 1 : number + _NEAR]) else above
        else:
            break
    return []


def _is_menu(view: View, lines: list[Line]) -> bool:
    """Several short lines above the last one; or one that is a single word or a way, or a name above what is told."""
    *above, title = lines
    named = view.shared(title) > 0 and any(_is_name(view, line) for line in above)
    ways = any(len(line.words) < 2 or _PATH.search(line.text) or " | " in line.text for line in above)
    return named or len(above) >= _MENU or ways


def _is_name(view: View, line: Line) -> bool:
    """The outlet's or its owner's: a few words of which no other line has two together."""
    few = not line.stop and not line.bullet and _ENTRY_WORDS <= len(line.words) <= _NAME_WORDS
    return few and not view.shared(line) and (line.is_title_case or bool(_DOMAIN.search(line.text)))


def _is_verse(board: Board, view: View, last: Line, below: list[Line]) -> bool:
    """A few words right above the date, and no paragraph near: they are the title of verse."""
    dated = board.role(min(last.number + 1, len(view.lines) - 1)) is Role.DATE
    return dated and len(last.words) > 2 and not any(line.is_paragraph for line in below)


def _is_entry(line: Line) -> bool:
    """A paragraph is none: it ends with a stop. Several bullets or bars on one line are entries in a row."""
    if line.stop or line.bullet:
        return not line.stop and line.text.count(f" {line.text[0]} ") >= _MENU
    few = len(line.words) <= _ENTRY_WORDS + line.text.count(" | ")
    return few or bool(_PATH.search(line.text))


def _ends_in_title(line: Line, below: list[Line]) -> bool:
    """The way to the story, which ends in its title or the beginning of it."""
    words = line.text.rstrip(" .…")
    return any(_is_headline(other) and _begins(other.text, words) for other in below)


def _begins(title: str, way: str) -> bool:
    """The way ends in so many of the title's first letters."""
    at = way.find(title[:_BEGINNING])
    return at > 0 and title.startswith(way[at:])


def _is_headline(line: Line) -> bool:
    return len(line.words) >= _TITLE_WORDS and _is_title(line)


def _stands_first(board: Board, lines: list[Line]) -> bool:
    first = lines[0]
    return (
        board.role(first.number) is None
        and weak_claim(board, first.number, Role.SUMMARY) is None
        and (_is_title(first) or _is_stopped_title(board, first))
        and (any(line.is_paragraph for line in lines[1:]) or len(lines) >= _MANY)
    )  # fmt: skip


def _is_title(line: Line) -> bool:
    cut_off = line.text.endswith(("...", "…")) and line.chars <= _MAX_CUT_OFF
    ends_open = line.stop in ("", "?", "!") or cut_off
    return ends_open and len(line.words) >= 2 and line.chars <= _MAX_CHARS and not line.bullet and line.sentences <= 3


def _is_stopped_title(board: Board, line: Line) -> bool:
    """One or two short sentences, the date or who signed near below: some papers close a headline with a stop."""
    short = line.stop == "." and line.chars <= _MAX_CUT_OFF and line.sentences <= 2 and not line.bullet
    return short and line.number == 0 and is_signed_below(board, line.number, _NEAR - 1)


def _is_kicker(board: Board, view: View, lines: list[Line]) -> bool:
    if len(lines) < 3:
        return False
    first, second, third = lines[:3]
    behind = (second.number + 1, second.number + 2)
    signed = (
        any(board.role(number) in _LEADING for number in behind if number < len(board.blocks))
        or weak_claim(board, third.number, Role.BYLINE) is not None
    )
    if _is_above_dated(board, first, second) or _is_above_head(board, first, second):
        return True
    return (
        (len(first.words) <= _KICKER_WORDS or _is_untold(view, first, second) or _is_dated(board, first, second))
        and not first.stop
        and _is_headline(second)
        and (
            third.is_paragraph or ((signed or _is_word(third)) and any(line.is_paragraph for line in lines[3:_KICKED]))
        )
    )


def _is_above_head(board: Board, first: Line, second: Line) -> bool:
    """Three words at most above a headline of more than twice as many, the date or who signed near below."""
    longer = _is_headline(second) and len(second.words) >= 2 * len(first.words) + _KICKER_WORDS
    short = len(first.words) <= _KICKER_WORDS and first.stop in ("", ".")
    return short and longer and is_signed_below(board, second.number, _HEAD)


def _is_word(line: Line) -> bool:
    """A pen name."""
    return len(line.words) == 1 and not line.stop


def _is_untold(view: View, first: Line, second: Line) -> bool:
    """A few words that the story has nothing of, above some that it has."""
    return len(first.words) <= _TITLE_WORDS and not view.shared(first) and view.shared(second) >= _TOLD


def _is_dated(board: Board, first: Line, second: Line) -> bool:
    """A few words below the date, above a title of twice as many."""
    dated = first.number > 0 and board.role(first.number - 1) is Role.DATE
    return dated and len(first.words) <= _TITLE_WORDS and len(second.words) >= 2 * len(first.words)


def _is_above_dated(board: Board, first: Line, second: Line) -> bool:
    """A few words above the line that stands right above the date or who signed; a name is no title."""
    named = weak_claim(board, second.number, Role.BYLINE) is not None
    dated = board.role(second.number + 1) is Role.DATE or weak_claim(board, second.number + 1, Role.BYLINE) is not None
    short = 0 < len(first.words) <= _ENTRY_WORDS and not first.stop
    near = second.number == first.number + 1 and len(second.words) > 2 and _is_title(second)
    return dated and short and near and not named
