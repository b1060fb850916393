"""What a pack rule says of a block for certain: the strongest unconditional claim decides."""

from __future__ import annotations

from cleaner.flags import DEFINITION, HEADING, LIST, QUOTE, TABLE
from cleaner.model import Block, Role
from cleaner.rulebook import Claim
from cleaner.settle.board import Board

_CERTAIN = frozenset((Role.CAPTION, Role.CREDIT, Role.LEGAL))  # roles whose markup is proof enough
_GENERIC, _LANGUAGE = 0, 1  # rank of the packs that know neither site nor language, and of those that know one
_SURE = 0.8  # the judge's probability from which it knows a paragraph better than a class name does
_PARAGRAPH = 100  # characters
#: Roles whose words also stand in a story: "TikTok" as a heading, "FAQ", "May 2026" in a cell.
_COMMON_WORDS = frozenset((Role.SHARE_WIDGET, Role.CHROME, Role.LEGAL, Role.TAGS, Role.DATE, Role.SOURCE_URL))
_LIKELY = 0.5  # the judge's probability from which such words are the story's
#: Newsrooms put their own advertising into boxes of facts, and links to other articles under the lead.
_OFFERS = {Role.NOTE: frozenset((Role.PROMO,)), Role.SUMMARY: frozenset((Role.RELATED,))}
_PIECES = HEADING | LIST | TABLE | DEFINITION


def settle_claims(board: Board) -> None:
    for block, claims in zip(board.blocks, board.claims, strict=True):
        claim = strongest(claims) if claims else None  # most blocks have none
        if claim is None or (block.flags & QUOTE and _is_speaker(claim)):
            continue
        if not (_is_paragraph(board, block, claim) or _is_word(board, block, claim)):
            rule = claim.rule
            board.judge(block.index, rule.role, rule.id, claim.evidence, rule.confidence)


def _is_paragraph(board: Board, block: Block, claim: Claim) -> bool:
    """Whether the judge is sure of a paragraph that only a generic selector takes for furniture."""
    return (
        claim.rule.rank == _GENERIC
        and bool(claim.rule.where.selectors)
        and claim.rule.role not in _CERTAIN
        and len(block.text) >= _PARAGRAPH
        and bool(board.scores)
        and board.scores[block.index] >= _SURE
        and not _among_links(board, block, claim)
    )


def _is_speaker(claim: Claim) -> bool:
    """Whether a generic selector takes for the author whom a quotation quotes."""
    return claim.rule.role is Role.BYLINE and claim.rule.rank == _GENERIC


def _is_word(board: Board, block: Block, claim: Claim) -> bool:
    """Whether the judge takes a button's or a footer's word for a heading, an item or a cell of the story."""
    return (
        bool(block.flags & _PIECES)
        and claim.rule.rank <= _LANGUAGE
        and not claim.rule.where.selectors
        and claim.rule.role in _COMMON_WORDS
        and bool(board.scores)
        and board.scores[block.index] >= _LIKELY
    )


def _among_links(board: Board, block: Block, claim: Claim) -> bool:
    """Whether the same selector covers a linked neighbour: a list of teasers, and this is the text of one."""
    around = board.blocks[max(0, block.index - 1) : block.index + 2]
    return any(other.links and claim.rule.id in other.covers for other in around if other is not block)


def strongest(claims: tuple[Claim, ...]) -> Claim | None:
    """The claim of highest rank and confidence; weak and conditional ones do not decide alone.

    The label of a box stands inside the box: that it is the label says more than that it is related.
    """
    certain = [claim for claim in claims if not (claim.rule.weak or _is_conditional(claim))]
    if len(certain) < 2:
        return certain[0] if certain else None
    best = max(certain, key=lambda claim: (claim.rule.rank, claim.rule.confidence))
    if best.rule.role is Role.RELATED:
        return next((claim for claim in certain if claim.rule.role is Role.RELATED_LABEL), best)
    if best.rule.role in _OFFERS:
        return _offer(certain, _OFFERS[best.rule.role]) or best
    return best


def _offer(certain: list[Claim], roles: frozenset[Role]) -> Claim | None:
    """The words that offer something else inside the element that a selector names."""
    worded = [claim for claim in certain if claim.rule.rank == _LANGUAGE and not claim.rule.where.selectors]
    best = max(worded, key=lambda claim: claim.rule.confidence, default=None)
    return best if best is not None and best.rule.role in roles else None


def _is_conditional(claim: Claim) -> bool:
    """Whether a later step has to find out where on the page, or on what page, it holds."""
    return claim.rule.where.position is not None or claim.rule.where.news
