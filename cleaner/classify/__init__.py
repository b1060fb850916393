"""Blocks to claims and scores: what the rules say of each block, and what the trained judge thinks."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block, Document
from cleaner.rulebook import Claim, Rulebook
from cleaner.text import resolved

__all__ = ["classify"]


def classify(
    document: Document, rulebook: Rulebook, active: frozenset[str]
) -> tuple[tuple[tuple[Claim, ...], ...], Sequence[float]]:
    """Per block the claims of the active packs, and on HTML pages the probability of being story.

    active: names of the packs that apply to this page.
    """
    claims = tuple(rulebook.claims(_resolved(block), active) for block in document.blocks)
    if document.page.kind == "text" or not document.blocks:
        return claims, ()
    from cleaner.classify.judge import judge  # loads numpy, a third of the start, which text never needs

    return claims, judge(document, claims).tolist()


def _resolved(block: Block) -> Block:
    """The block with HTML entities resolved, which the lines of a text page may still hold."""
    return block._replace(text=resolved(block.text)) if block.start >= 0 and "&" in block.text else block
