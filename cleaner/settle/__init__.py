"""Claims and scores to verdicts: exactly one for each block, and none anonymous."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Document, Verdict
from cleaner.rulebook import Claim
from cleaner.settle.board import Board
from cleaner.settle.html import settle_html

__all__ = ["settle"]


def settle(
    document: Document, claims: Sequence[tuple[Claim, ...]], scores: Sequence[float] = ()
) -> tuple[Verdict, ...]:
    """The verdicts of a page's blocks, in block order.

    claims: per block the rules' claims; scores: per block the trained judge's probability in 0..1
    that it belongs to the story, empty for text pages.
    """
    board = Board(document, claims, scores)
    if document.page.kind == "html":
        settle_html(board)
    else:
        from cleaner.settle.text import settle_text  # as in `cleaner.segment`: not loaded for HTML

        settle_text(board)
    return board.result()
