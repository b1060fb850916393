"""Who signed the story: lines at its end, and between the title and the first paragraph."""

from __future__ import annotations

import re

from cleaner.model import BODY_ROLES, Role
from cleaner.rulebook import Claim
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import weak_claim
from cleaner.settle.lines.view import Line, View, restates

_SIGNING = frozenset({Role.BYLINE, Role.AGENCY_SOURCE, Role.DATE, Role.PROMO})
_STORY = BODY_ROLES | {Role.SUMMARY, Role.TITLE}
_MAX_NAME, _MAX_OFFICE = 60, 110  # characters
_MAX_WORDS = 12
_FURNITURE_WORDS, _FURNITURE = 4, 30
_CAPITAL_SHARE = 0.6
_TOLD = 0.5  # share of a name's word pairs that the story has
_WORD = re.compile(r"[^\W\d_]+")
_SIGNED = "a short line of names behind the story"
_HEADED = "a line of names between title and story"


def settle_signature(board: Board, view: View) -> None:
    _settle_placed(board, view)
    _settle_tail(board, view)
    _settle_head(board, view)


def _settle_placed(board: Board, view: View) -> None:
    """What rules say of lines above the first and behind the last paragraph, whatever stands between."""
    open_lines = [line for line in view.lines if board.role(line.number) is None]
    claimed = [line for line in open_lines if board.claims[line.number]]
    for place in ("head", "tail") if claimed else ():
        found = {line.number: claim for line in claimed if (claim := positional_claim(board, line, place))}
        prose = [line.number for line in open_lines if line.is_paragraph and line.number not in found]
        for number, claim in found.items() if prose else ():
            if claim.rule.role not in _SIGNING:
                continue
            if number < prose[0] if place == "head" else number > prose[-1]:
                board.judge(number, claim.rule.role, claim.rule.id, claim.evidence, claim.rule.confidence)


def _settle_tail(board: Board, view: View) -> None:
    """From the last line upwards, past all that is not story, as long as lines look like a signature."""
    prose = any(line.is_paragraph for line in view.lines)
    for line in reversed(view.lines):
        role = board.role(line.number)
        if role in _STORY or (role is None and not (prose and _sign(board, line, "tail", _SIGNED))):
            return


def _settle_head(board: Board, view: View) -> None:
    title = next((line.number for line in view.lines if board.role(line.number) is Role.TITLE), -1)
    for line in view.lines[title + 1 :]:
        role = board.role(line.number)
        if role is None and not (_sign(board, line, "head", _HEADED) or _is_office(board, view, line)):
            if is_furniture(line):
                continue
            if title >= 0 and line.is_paragraph:
                _settle_below_lead(board, view, line)
            return
        if role in _STORY or role is Role.CAPTION:
            return


def _settle_below_lead(board: Board, view: View, lead: Line) -> None:
    """The only name alone on a line, right below the first paragraph; several head the parts of a list, and one
    whom the story tells of heads a part, too."""
    free = [line for line in view.lines[lead.number + 1 :] if board.role(line.number) is None]
    names = [line for line in free if is_signature(board, line) and not line.stop]
    prose = [line for line in free if line.is_paragraph]
    if not prose or len(names) != 1 or names[0].number != lead.number + 1:
        return
    claim = weak_claim(board, names[0].number, Role.BYLINE)
    if claim and restates(names[0], prose) < _TOLD:
        board.judge(names[0].number, Role.BYLINE, claim, "the only line of names, right below the lead", 0.65)


def is_furniture(line: Line) -> bool:
    """Too short for anything that stands between a title and its story: a clock, a counter, a button."""
    return not line.stop and not line.bullet and len(line.words) <= _FURNITURE_WORDS and line.chars <= _FURNITURE


def _sign(board: Board, line: Line, position: str, evidence: str) -> bool:
    claim = positional_claim(board, line, position)
    if claim is not None:
        board.judge(line.number, claim.rule.role, claim.rule.id, claim.evidence, claim.rule.confidence)
        return True
    named = weak_claim(board, line.number, Role.BYLINE)
    if not is_signature(board, line) or (position == "head" and not named):
        return False
    if named or not _follows_source(board, line):
        board.judge(line.number, Role.BYLINE, named or "shape.signature", evidence, 0.75)
    else:
        board.judge(line.number, Role.AGENCY_SOURCE, "shape.signature", "goes on with the source named above", 0.7)
    return True


def is_signature(board: Board, line: Line) -> bool:
    """Whether the line may sign what stands above it; initials have a full stop."""
    if line.bullet or line.chars > _MAX_NAME:
        return False
    known = weak_claim(board, line.number, Role.BYLINE) is not None
    return (known and line.stop in ("", ".")) or (not line.stop and _is_names(line))


def positional_claim(board: Board, line: Line, position: str) -> Claim | None:
    """The strongest claim that holds at this end of the story only."""
    firm = [claim for claim in board.claims[line.number] if not claim.rule.weak]
    return next((claim for claim in reversed(firm) if claim.rule.where.position == position), None)


def _is_names(line: Line) -> bool:
    """Mostly capitalised words, few of them, no quotation, no number."""
    words = _WORD.findall(line.text)
    capitals = sum(word[0].isupper() for word in words)
    marks = set(line.text) & set('“”"«»:★|@#') or any(char.isdigit() for char in line.text)
    return 0 < len(words) <= _MAX_WORDS and capitals >= _CAPITAL_SHARE * len(words) and not marks


def _follows_source(board: Board, line: Line) -> bool:
    return line.number > 0 and board.role(line.number - 1) is Role.AGENCY_SOURCE


def _is_office(board: Board, view: View, line: Line) -> bool:
    """The office of the author named in the line above: in small letters, or before the date."""
    if board.role(line.number - 1) is not Role.BYLINE or line.stop or line.chars > _MAX_OFFICE or line.sentences > 1:
        return False
    behind = board.role(line.number + 1) if line.number + 1 < len(view.lines) else None
    if not (line.text[0].islower() or behind is Role.DATE):
        return False
    board.judge(line.number, Role.BYLINE, "shape.office", "the office of the author named above", 0.7)
    return True
