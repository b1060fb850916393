"""What a pack rule says of a line for certain."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.model import Role
from cleaner.rulebook import Rule
from cleaner.settle.board import Board
from cleaner.settle.claims import strongest
from cleaner.settle.lines.view import View

_SIGNED = frozenset({Role.BYLINE, Role.DATE})


def settle_line_claims(board: Board, view: View) -> None:
    """The strongest firm claim decides; claims that depend on the place wait for `signature`.

    Stories are what is flattened, so a text counts as a page of news.
    """
    for line in view.lines:
        claims = board.claims[line.number]
        claim = strongest(claims) or next((claim for claim in claims if claim.rule.where.news), None)
        if claim is not None:
            rule = claim.rule
            board.judge(line.number, rule.role, rule.id, claim.evidence, rule.confidence)


def is_bare(board: Board) -> bool:
    """Nothing but story so far, not even a title: clean text, where lines that only look odd are left alone."""
    return all(verdict is None or verdict.kept for verdict in board.verdicts)


def weak_claim(board: Board, index: int, role: Role) -> str | None:
    """The id of a rule that says of a line, as evidence only, that it may have the role wherever it stands."""
    return next((rule.id for rule in _weak(board, index, role) if rule.where.position is None), None)


def placed_claim(board: Board, index: int, role: Role) -> str | None:
    """The same of a rule that counts only at the head of the story."""
    return next((rule.id for rule in _weak(board, index, role) if rule.where.position == "head"), None)


def _weak(board: Board, index: int, role: Role) -> Iterator[Rule]:
    return (claim.rule for claim in board.claims[index] if claim.rule.weak and claim.rule.role is role)


def is_signed_below(board: Board, number: int, lines: int) -> bool:
    """Whether one of so many lines below this one is a date or names who wrote the story."""
    below = range(number + 1, min(len(board.blocks), number + 1 + lines))
    return any(board.role(other) in _SIGNED for other in below)
