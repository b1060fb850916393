"""Lines of the story without a full stop: headings, items of a list, captions."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaner.model import BODY_ROLES, Role
from cleaner.settle.board import Board
from cleaner.settle.lines.captions import PICTURE
from cleaner.settle.lines.claims import is_bare, weak_claim
from cleaner.settle.lines.view import Line, View

_MAX_HEADING, _MAX_CAPTION = 120, 180
_LONG = 78  # characters of a question that is prose
#: Points by length in characters: of 125 news pages' unstopped lines, 8 % of those under 45 characters, half of
#: those from 78 and nine in ten of those from 110 were captions, the others headings.
_LENGTHS = ((110, 2.5), (78, 1.0), (58, 0.0), (30, -1.0), (0, -2.0))
_CAPTION_POINTS = 1.0
_MANY = 4
_KNOWN = 0.5
_STARS, _MAX_SECTION = "*●■▪•", 70  # signs and characters of headings that some papers print with a star
_MIN_QUESTIONS = 2
_VERSE = 60  # characters
_STEP = re.compile(r"^([^\W\d_]{2,12}) (\d{1,2})\s?[:.]")  # "Step 2: ..."
_VALUE = re.compile(r": \S*\d[^.]*$")
_SCORE = re.compile(r"^\D{2,30} \d{1,3} ?[-–:] ?\d{1,3} \D{2,30}$")  # between two sides


def settle_unstopped(board: Board, view: View) -> None:
    free = [line for line in view.lines if board.role(line.number) is None]
    open_lines = [line for line in free if not line.bullet and _is_open(line)]
    captions = {} if is_bare(board) else _captions(board, view, open_lines)
    spoken = _spoken(free)
    for line in free:
        if line.bullet and line.number in spoken:
            role = Role.HEADING if line.stop == "?" else Role.BODY
            board.judge(line.number, role, "shape.interview", "questions and answers behind dashes", 0.7)
        elif line.bullet:
            _settle_item(board, view, line)
    for line in open_lines:
        if line.number in captions:
            evidence = f"no full stop, {captions[line.number]:g} points for a picture's caption against a heading"
            board.judge(line.number, Role.CAPTION, "shape.caption-unstopped", evidence, 0.6)
        elif _heads(board, view, line):
            board.judge(
                line.number, Role.HEADING, "shape.heading", "short, without a full stop, above a paragraph", 0.7
            )


def _is_open(line: Line) -> bool:
    return (not line.stop or line.stop in "?!:") and line.chars <= _MAX_CAPTION and not _ends_quotation(line)


def _captions(board: Board, view: View, lines: list[Line]) -> dict[int, float]:
    """The lines that are captions rather than headings, with their points.

    Many of them on lines of their own, which nothing but length and names makes captions, are the
    headings of a live report.
    """
    points = {line.number: _caption_points(board, view, line) for line in lines if not line.stop}
    chosen = {index: value for index, value in points.items() if value >= _CAPTION_POINTS}
    loose = [index for index in chosen if not view.lines[index].glued and not _is_set_off(view, view.lines[index])]
    return {index: value for index, value in chosen.items() if len(loose) < _MANY or index not in loose}


def _is_set_off(view: View, line: Line) -> bool:
    return view.usual_gap == 0 and line.gap > 0 and line.gap_after > 0


def _settle_item(board: Board, view: View, line: Line) -> None:
    """A numbered or starred line without a stop above a paragraph is a heading; other items are a list's."""
    after = _undecided(board, view, line.number + 1)
    marked = line.text[0].isdigit() or _is_starred(board, view, line)
    asks = line.stop == "?" and after is not None and after.is_paragraph
    ends_open = not line.stop or asks
    if marked and ends_open and line.chars <= _MAX_HEADING and after and _is_headed(board, view, line, after):
        evidence = "a numbered or starred line above a paragraph"
        board.judge(line.number, Role.HEADING, "shape.numbered-heading", evidence, 0.75)
    else:
        board.judge(line.number, Role.LIST_ITEM, "shape.list-item", "begins with a bullet or number", 0.8)


def _is_starred(board: Board, view: View, line: Line) -> bool:
    """A star opens it, and no item stands above it and no line that announces a list."""
    before = _undecided(board, view, line.number - 1)
    alone = before is None or not (before.bullet or before.stop == ":")
    return line.text[0] in _STARS and not line.stop and line.chars <= _MAX_SECTION and alone


def _is_headed(board: Board, view: View, line: Line, after: Line) -> bool:
    """A paragraph stands below; a short one tells only where no item stands above."""
    before = _undecided(board, view, line.number - 1)
    alone = before is None or not before.bullet
    return not after.bullet and (after.is_paragraph or (alone and after.stop in (".", ":")))


def _spoken(free: list[Line]) -> frozenset[int]:
    """The lines of an interview whose answers, and often its questions, begin with a dash or star."""
    asked = [one.stop == "?" and two.bullet and two.stop != "?" for one, two in pairwise(free)]
    if sum(asked) < _MIN_QUESTIONS:
        return frozenset()
    first = asked.index(True)
    if any(line.text[0].isdigit() for line in free[first:] if line.bullet):
        return frozenset()
    return frozenset(line.number for line in free[first:] if line.bullet)


def _heads(board: Board, view: View, line: Line) -> bool:
    """A heading: by the name that a rule knows, or by its shape and what stands under it."""
    after = _below(board, view, line.number + 1)
    if after is not None and weak_claim(board, line.number, Role.HEADING) is not None:
        return True
    if line.stop == ":" or not _can_head(line, after):
        return False
    before = _undecided(board, view, line.number - 1)
    return before is None or not (_is_row(line, before) or _ends_verse(board, view, line, before))


def _ends_verse(board: Board, view: View, line: Line, before: Line) -> bool:
    """The last of three or more short lines without a stop."""
    first = _undecided(board, view, line.number - 2)
    short = (line, before, *((first,) if first is not None else ()))
    return first is not None and not any(one.stop or one.bullet or one.timed or one.chars > _VERSE for one in short)


def _can_head(line: Line, after: Line | None) -> bool:
    """Short, no value of a table, no long question, with prose, a list or a table under it."""
    if after is None or line.chars > _MAX_HEADING or (line.stop == "?" and line.chars > _LONG) or _is_value(line):
        return False
    if line.timed or not any(map(str.isalpha, line.text)) or (_is_labelled(line) and _is_labelled(after)):
        return False
    return bool(after.stop) or after.chars > _LONG or after.bullet or after.timed or _is_value(after)


def _is_labelled(line: Line) -> bool:
    """A name and a value without a full stop: "Address: 34 Mill Road"."""
    return ": " in line.text and not line.stop


def _is_value(line: Line) -> bool:
    """A row of a table ("Humidity: 78 %"), a result ("Ajax 2-1 Lens") or a line-up ("Ajax: Onana, Timber, Blind")."""
    return bool(_VALUE.search(line.text)) or _is_score(line) or (": " in line.text and line.text.count(", ") > 1)


def _is_score(line: Line) -> bool:
    return bool(_SCORE.match(line.text)) and line.is_title_case


def _is_row(line: Line, before: Line) -> bool:
    """The last of a table's rows or a list's names: made like the line above it."""
    alike = any(mark in line.text and mark in before.text for mark in (": ", ", ", " - "))
    return not before.stop and alike and line.timed == before.timed


def _ends_quotation(line: Line) -> bool:
    """It closes a quotation that an earlier paragraph opened."""
    return line.text.count("”") > line.text.count("“")


def _caption_points(board: Board, view: View, line: Line) -> float:
    """What speaks for a caption, in points; headings are short and stand above what they announce."""
    before, after = _undecided(board, view, line.number - 1), _undecided(board, view, line.number + 1)
    above_heading = after is not None and not after.stop and not after.bullet and after.chars < _LENGTHS[2][0]
    tells = (
        (1.0, bool(line.names) and line.chars >= _LENGTHS[3][0]),
        (1.0, view.told(line) >= _KNOWN),
        (1.0, after is not None and weak_claim(board, after.number, Role.BODY) is not None),
        (1.0, above_heading),
        (3.0, weak_claim(board, line.number, Role.CAPTION) is not None),
        (4.0, _is_between_steps(board, view, line)),
        (2.0, after is None or _is_set_off(view, line)),
        (-2.0, before is not None and before.stop == ":"),
        (-1.0, view.usual_gap == 0 and line.gap > 0 and line.gap_after == 0 and not above_heading),
        (-1.5, ": " in line.text),
        (-2.0, line.timed),
        (-1.5, line.text.isascii() and line.is_title_case),
        (-3.0, _in_list(view, line)),
        (-4.0, (_is_value(line) and line.text.count(", ") >= _MANY) or _is_score(line)),
    )
    length = next(points for size, points in _LENGTHS if line.chars >= size)
    return length + sum(weight for weight, holds in tells if holds)


def _is_between_steps(board: Board, view: View, line: Line) -> bool:
    """Between "Step 1: ..." and "Step 2: ..." stands the picture of the first."""
    around = [_undecided(board, view, line.number - 1), _below(board, view, line.number + 1)]
    found = [_STEP.match(other.text) if other is not None else None for other in around]
    one, two = found
    return bool(one and two and one[1] == two[1] and int(one[2]) + 1 == int(two[2]))


def _in_list(view: View, line: Line) -> bool:
    """One of three or more long lines in a row without a stop: points of a list."""
    around = view.lines[max(0, line.number - 2) : line.number + 3]
    flags = "".join("." if other.stop or other.chars <= _LENGTHS[3][0] else "x" for other in around)
    return "xxx" in flags


def _below(board: Board, view: View, index: int) -> Line | None:
    """What stands there, pictures aside: a section often begins with one."""
    while index < len(view.lines) and board.role(index) in PICTURE:
        index += 1
    return _undecided(board, view, index)


def _undecided(board: Board, view: View, index: int) -> Line | None:
    """The neighbouring line when it belongs to the story or is still open."""
    if not 0 <= index < len(view.lines):
        return None
    role = board.role(index)
    return view.lines[index] if role is None or role in BODY_ROLES else None
