"""What stands above the story or below its first paragraph and is neither: clocks of players, counters, buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.signature import is_furniture
from cleaner.settle.lines.view import Line, View

_MOST = 5  # more short lines are verse
_FURNITURE = frozenset({Role.DATE, Role.SHARE_WIDGET, Role.COMMENT, Role.SECTION, Role.BYLINE})

_BUTTONS = frozenset({Role.CHROME, Role.PROMO})
_FEW = 2  # buttons that no byline or date is needed beside
_NAME_WORDS = (2, 4)
_NEAR = 3  # lines
_PARTICLE = 3  # letters of "van", "de", "el" between names
_FAMILY = 4  # letters of a family name in capitals: "Ann LEE" is as likely a name and the agency's sign
_BETWEEN_NAMES = re.compile(r", | (?:and|&|und|et|y|e|og|och|i|и|та|en) ")
_HANDLE = re.compile(r" @\S+$")


def settle_masthead(board: Board, view: View) -> None:
    """Short lines are furniture where a rule knows another line there as such; else they may be a heading."""
    title = next((line.number for line in view.lines if board.role(line.number) is Role.TITLE), None)
    if title is None:
        return
    prose = [line.number for line in view.lines[title + 1 :] if line.is_paragraph]
    for above, below in pairwise([title, *prose[:2]]):
        between = view.lines[above + 1 : below]
        _settle_between(board, list(takewhile(lambda line: not _begins_story(board, line), between)))


def _begins_story(board: Board, line: Line) -> bool:
    """It announces a list or is an item: what stands below heads a part of it."""
    return board.role(line.number) is None and (line.stop == ":" or line.bullet)


def _is_button(board: Board, line: Line) -> bool:
    """A pack's rule says so, not the line's shape."""
    verdict = board.verdicts[line.number]
    return verdict is not None and verdict.role in _BUTTONS and not verdict.rule.startswith(("shape.", "repeat."))


def _settle_between(board: Board, between: Sequence[Line]) -> None:
    known = {board.role(line.number) for line in between} & _FURNITURE
    buttons = sum(_is_button(board, line) for line in between)
    if not (known or buttons >= _FEW):
        return
    short = [line for line in between if board.role(line.number) is None and is_furniture(line)]
    signed = Role.BYLINE in known
    for line in short if len(short) <= _MOST else ():
        if not signed and is_beside_date(board, line) and is_person(line):
            board.judge(line.number, Role.BYLINE, "shape.masthead-name", "a name beside the date", 0.65)
            signed = True
            continue
        board.judge(
            line.number, Role.CHROME, "shape.masthead", "a few words between title and story or below the lead", 0.6
        )


def is_person(line: Line) -> bool:
    """People's names: two to four words each with capitals, initials or particles, with an address at most."""
    return all(map(_is_name, _BETWEEN_NAMES.split(_HANDLE.sub("", line.text).removesuffix("."))))


def _is_name(text: str) -> bool:
    words = text.split()
    few = _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1]
    spelled = all(char.isalpha() or char in " .’'-" for char in text)
    named = all(word[0].isupper() or len(word) <= _PARTICLE for word in words)
    initials = len(words[0]) > 1 and words[0].isalpha() and words[0].isupper()  # "PA Archive"
    if not (few and spelled and named and not initials):
        return False
    return words[-1][0].isupper() and (not words[-1].isupper() or len(words[-1]) >= _FAMILY)


def is_beside_date(board: Board, line: Line) -> bool:
    """Whether a line near it is known as the date."""
    near = range(max(0, line.number - _NEAR), min(len(board.blocks), line.number + _NEAR + 1))
    return any(board.role(number) is Role.DATE for number in near)
