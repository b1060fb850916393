"""Teasers that open as a lead does, with the outlet's own name, behind the story's lead: those of other articles."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import Card, can_be_title
from cleaner.settle.lines.claims import weak_claim
from cleaner.settle.lines.offers import judge_card
from cleaner.settle.lines.view import View


def settle_datelined(board: Board, view: View) -> None:
    paragraphs = [line for line in view.lines if line.is_paragraph and board.role(line.number) is None]
    for teaser in paragraphs[1:]:
        title = view.lines[teaser.number - 1]
        rule = weak_claim(board, teaser.number, Role.SUMMARY)
        if rule and can_be_title(title) and not title.bullet and board.role(title.number) in (None, Role.RELATED):
            judge_card(board, Card(((title, "title"), (teaser, "summary"))), f"opens as a lead, says {rule}", 0.75)
