"""Headlines of other articles at the end of the page, without a label and without teasers."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import is_bare
from cleaner.settle.lines.offers import judge_cards
from cleaner.settle.lines.signature import is_signature
from cleaner.settle.lines.view import Line, View

_MIN_MEAN_CHARS = 36  # shorter lines in a row are verse, names or a programme
_STRANGE = 0.5  # share of names and numbers that the story never had
_MIN_LONGEST = 45
_MANY = 3
_FEW, _SURE_CHARS, _DIGITS = 2, 42, 6  # two lines of such length behind the last full stop are no verse
_ENDS_RUN = frozenset({Role.TITLE, Role.CAPTION, Role.DONATION_DETAILS, Role.RELATED_LABEL})
_STORY = frozenset({None, Role.SUMMARY, Role.TITLE, Role.BODY})
_PAGE = frozenset({Role.PROMO, Role.SHARE_WIDGET, Role.COMMENT})
_APART = 2  # blank lines more than usual


def settle_titles(board: Board, view: View) -> None:
    """Headlines in a row behind the last paragraph, or one that blank lines set apart; and those below the lead."""
    bare = is_bare(board)
    for run, behind in ((_last_headlines(board, view), True), (_first_headlines(board, view), False)):
        before = [line for line in view.lines[: run[0].number] if board.role(line.number) in _STORY] if run else []
        if behind and before and is_signature(board, before[-1]):
            before = before[:-1]
        if not any(line.is_paragraph for line in before) or before[-1].stop in (":", ";", ""):
            continue
        if _is_gallery(board, view, before, run):
            continue
        apart = behind and (run[0].gap >= view.usual_gap + _APART or _is_behind_page(board, run))
        if apart or (not bare and (_are_titles(view, run) or _are_two(run, behind))):
            judge_cards(board, run, "in a row that no paragraph follows up", 0.7)


def _is_behind_page(board: Board, run: list[Line]) -> bool:
    """Two or more below a line of the page's own: whom to follow, where to share."""
    return len(run) >= _FEW and board.role(run[0].number - 1) in _PAGE


def _is_gallery(board: Board, view: View, before: list[Line], run: list[Line]) -> bool:
    """Only a lead stands above the lines and a name right below them: they are the story, told by its pictures."""
    signed = run[-1].number + 1 < len(view.lines) and board.role(run[-1].number + 1) is Role.BYLINE
    return signed and len(run) >= _MANY and sum(line.is_paragraph for line in before) == 1


def _last_headlines(board: Board, view: View) -> list[Line]:
    """The undecided headlines behind the last undecided paragraph."""
    run: list[Line] = []
    for line in reversed(view.lines):
        role = board.role(line.number)
        if role is None and _is_headline(line):
            run.append(line)
        elif role in _ENDS_RUN or (role is None and (line.stop or run)):
            break
    return run[::-1]


def _first_headlines(board: Board, view: View) -> list[Line]:
    """Headlines in a row between the first paragraph and the second."""
    run: list[Line] = []
    started = False
    for line in view.lines:
        if board.role(line.number) is not None:
            continue
        if _is_headline(line) and started:
            run.append(line)
        elif run or (started and not line.is_paragraph):
            break
        elif line.is_paragraph:
            if started:
                break
            started = True
    return run if len(run) > 1 else []


def _are_titles(view: View, run: list[Line]) -> bool:
    """Too long for verse and names, and several, or about people and numbers of which the story knows nothing."""
    mean, longest = sum(line.chars for line in run) / len(run), max(line.chars for line in run)
    if len(run) < 2 or mean < _MIN_MEAN_CHARS or longest < _MIN_LONGEST:
        return False
    new = view.novelty(run, run[0].number)
    return len(run) >= _MANY if new is None else len(run) >= _MANY or new >= _STRANGE


def _are_two(run: list[Line], behind: bool) -> bool:
    """Two long ones behind the last full stop, whatever they are about: no verse, no address and no quotation.

    Below the lead one of two may be a caption and the other a heading, unless both are too long for that.
    """
    lengths = [line.chars for line in run]
    long = sum(lengths) >= _SURE_CHARS * len(run) and (behind or min(lengths) >= _SURE_CHARS)
    return len(run) == _FEW and long and not any(_is_notice(line) for line in run)


def _is_notice(line: Line) -> bool:
    """An address, an account, a telephone number; a quotation that opens here or ends here."""
    quoted = line.text.count("“") != line.text.count("”")
    return quoted or ": " in line.text or sum(char.isdigit() for char in line.text) >= _DIGITS


def _is_headline(line: Line) -> bool:
    return line.is_headline and line.stop in ("", "?") and not line.timed
