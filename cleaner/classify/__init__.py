"""Blocks to claims and scores: what the rules say of each block, and what the trained judge thinks."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.classify.whole_page import is_whole_page
from cleaner.model import Block, Document
from cleaner.rulebook import Claim, Rulebook
from cleaner.shown import shown
from cleaner.text import with_de

__all__ = ["classify", "is_whole_page", "read_claims"]


def classify(
    document: Document, rulebook: Rulebook, active: frozenset[str]
) -> tuple[tuple[tuple[Claim, ...], ...], Sequence[float]]:
    """Per block the claims of the active packs, and on whole pages, of markup or flattened, its probability of being
    story.

    active: names of the packs that apply to this page.
    """
    claims = read_claims(document, rulebook, active)
    if not is_whole_page(document):
        return claims, ()
    from cleaner.classify.judge import judge  # loads numpy, a third of the start, which text hardly ever needs

    return claims, judge(document, claims).tolist()


def read_claims(document: Document, rulebook: Rulebook, active: frozenset[str]) -> tuple[tuple[Claim, ...], ...]:
    """Per block the claims of the active packs."""
    return tuple(rulebook.claims(_as_read(block), active) for block in document.blocks)


def _as_read(block: Block) -> Block:
    """The block as rules read it: the entities that a text page's lines may hold resolved, one letter Đ."""
    text = with_de(shown(block))
    return block if text is block.text else block._replace(text=text)
