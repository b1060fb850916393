"""Where help for the people of a charity story is to be sent: part of the story, to its last line."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import weak_claim
from cleaner.settle.lines.view import Line, View

_PROSE = 220  # characters from which a line without numbers is a paragraph again
_DIGITS = 6
_ENDS = frozenset({Role.TAGS, Role.RELATED_LABEL, Role.COMMENT})


def settle_donation(board: Board, view: View) -> None:
    """From a rule's donation line on, the accounts, addresses and numbers behind it, up to the name that signs."""
    if not board.having(Role.DONATION_DETAILS):
        return
    opened: str | None = None
    last = max((line.number for line in view.lines if _digits(line) >= _DIGITS), default=-1)
    for line in view.lines:
        role = board.role(line.number)
        verdict = board.verdicts[line.number]
        if role is Role.DONATION_DETAILS and verdict is not None:
            opened = verdict.rule
        elif opened and weak_claim(board, line.number, Role.BYLINE) and line.number > last:
            return
        elif opened and role in (None, Role.CAPTION, Role.AGENCY_SOURCE, Role.LIST_ITEM) and _is_detail(line):
            evidence = f"an account, address or number behind a line of {opened}"
            board.judge(line.number, Role.DONATION_DETAILS, "shape.donation-details", evidence, 0.8)
        elif role is None or role in _ENDS:
            opened = None


def _digits(line: Line) -> int:
    return sum(char.isdigit() for char in line.text)


def _is_detail(line: Line) -> bool:
    return line.bullet or ":" in line.text or _digits(line) >= _DIGITS or (not line.stop and line.chars < _PROSE)
