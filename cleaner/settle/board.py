"""The board on which a page's verdicts are drafted, step by step; private to `settle`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.jsonld import types
from cleaner.model import KEPT_ROLES, Block, Document, Role, Verdict
from cleaner.rulebook import Claim

_OF_NEWS = ("NewsArticle", "LiveBlogPosting")
_IMPRINT = ".imprint"  # ends the id of the rule for what a press law asks for


class Board:
    """The blocks of a page, what the rules claim of them, and the verdicts drafted so far.

    claims: for each block its claims, strongest last. scores: for each block the trained judge's
    probability that it belongs to the story, in 0..1 (empty on text pages).
    A later step may overrule an earlier draft; the order of the steps is the order of trust.
    """

    def __init__(self, document: Document, claims: Sequence[tuple[Claim, ...]], scores: Sequence[float] = ()) -> None:
        self.document = document
        self.blocks: tuple[Block, ...] = document.blocks
        self.claims = claims
        self.scores = scores
        self.verdicts: list[Verdict | None] = [None] * len(self.blocks)
        names = (name for item in document.head.json_ld for name in types(item))
        self._is_news = any(name.endswith(_OF_NEWS) for name in names) or (bool(scores) and self._is_licensed())

    def _is_licensed(self) -> bool:
        for found in self.claims:
            for claim in found:  # a generator would be a call a claim
                if claim.rule.role is Role.LEGAL and claim.rule.id.endswith(_IMPRINT):
                    return True
        return False

    @property
    def is_news(self) -> bool:
        """Declared as a NewsArticle of any kind, or a live page (schema.org), or printing the press's licence; blogs
        have other habits with leads and links."""
        return self._is_news

    def judge(self, index: int, role: Role, rule: str, evidence: str, confidence: float = 0.9) -> None:
        self.verdicts[index] = Verdict(role, role in KEPT_ROLES, rule, evidence, confidence)

    def role(self, index: int) -> Role | None:
        verdict = self.verdicts[index]
        return verdict.role if verdict is not None else None

    def parent(self, block: Block) -> int:
        """The container around the block's own; -1 for the body."""
        return self.document.containers[block.container] if block.container >= 0 else -1

    def undecided(self) -> Iterator[Block]:
        return (block for block in self.blocks if self.verdicts[block.index] is None)

    def having(self, *roles: Role) -> list[Block]:
        """The blocks whose draft has one of these roles, in page order."""
        pairs = zip(self.blocks, self.verdicts, strict=True)
        return [block for block, verdict in pairs if verdict is not None and verdict.role in roles]

    def result(self) -> tuple[Verdict, ...]:
        """The final verdicts. A block that no step judged is a defect of the steps."""
        missing = [index for index, verdict in enumerate(self.verdicts) if verdict is None]
        if missing:
            raise AssertionError(f"blocks without a verdict: {missing[:5]}")
        return tuple(verdict for verdict in self.verdicts if verdict is not None)
