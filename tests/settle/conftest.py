"""A board for an HTML snippet: real blocks and claims, scores as the test says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner.model import DecodedPage
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment
from cleaner.settle.board import Board

RULEBOOK = default_rulebook()
MakeBoard = Callable[..., Board]


@pytest.fixture(scope="session")
def make_board() -> MakeBoard:
    def make(html: str, scores: list[float] | None = None, *, rules: bool = True) -> Board:
        document = segment(DecodedPage(html, "html", "utf-8", "str"), RULEBOOK)
        active = RULEBOOK.select(None, document.fingerprints)
        claims = [RULEBOOK.claims(block, active) if rules else () for block in document.blocks]
        return Board(document, claims, scores if scores is not None else [0.9] * len(document.blocks))

    return make
