"""Other articles announced in one line: newsrooms mean a box by it, blogs often a reference of their own."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.announced import settle_announced
from cleaner.settle.claims import settle_claims
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

LONG = "The ferry left the harbour at six, as it had for forty years, and nobody on the quay looked up."
LINE = "Related: The bridge that fell twice in one winter"


def page(kind: str, line: str) -> str:
    head = f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "A last ferry"}}</script>'
    story = f"<p>{LONG}</p><p>{line}</p><p>{LONG} Then it was gone.</p>"
    return f"<html lang=en><head>{head}</head><body>{story}</body></html>"


@pytest.mark.parametrize(
    ("kind", "line", "role"),
    [
        ("NewsArticle", LINE, Role.RELATED),
        ("ReportageNewsArticle", "READ MORE: Ten ways to cross a river", Role.RELATED),
        ("BlogPosting", LINE, Role.BODY),
        ("NewsArticle", "Related: no.", Role.BODY),
        ("NewsArticle", "Related to the case is a second lawsuit, filed in May by the ferry's crew.", Role.BODY),
    ],
)
def test_a_label_with_a_title_on_one_line(make_board: MakeBoard, kind: str, line: str, role: Role) -> None:
    board = make_board(page(kind, line))
    settle_claims(board)
    settle_story(board)
    settle_announced(board)
    assert [board.role(block.index) for block in board.blocks] == [Role.BODY, role, Role.BODY]
