"""The board on which a page's verdicts are drafted, step by step; private to `settle`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cleaner.flags import HEADING_TAGS
from cleaner.jsonld import types
from cleaner.model import KEPT_ROLES, Block, Document, Role, Verdict
from cleaner.rulebook import Claim

_OF_NEWS = ("NewsArticle", "LiveBlogPosting")
_IMPRINT = ".imprint"  # ends the id of the rule for what a press law asks for


class Board:
    """The blocks of a page, what the rules claim of them, and the verdicts drafted so far.

    claims: for each block its claims, strongest last. scores: for each block the trained judge's
    probability that it belongs to the story, in 0..1 (empty on text pages).
    headings: the blocks of heading elements, in page order.
    A later step may overrule an earlier draft; the order of the steps is the order of trust.
    """

    def __init__(self, document: Document, claims: Sequence[tuple[Claim, ...]], scores: Sequence[float] = ()) -> None:
        self.document = document
        self.blocks: tuple[Block, ...] = document.blocks
        self.claims = claims
        self.scores = scores
        self.headings = [block for block in self.blocks if block.tag in HEADING_TAGS]
        self.verdicts: list[Verdict | None] = [None] * len(self.blocks)
        # Where each role stands now, for steps ask for the blocks of a role some thirty times a page.
        self._places: dict[Role, set[int]] = defaultdict(set)
        names = (name for item in document.head.json_ld for name in types(item))
        self._is_news = any(name.endswith(_OF_NEWS) for name in names) or (bool(scores) and self._is_licensed())

    def _is_licensed(self) -> bool:
        legal = Role.LEGAL
        for found in self.claims:
            for claim in found:  # a generator would be a call a claim
                if claim.rule.role is legal and claim.rule.id.endswith(_IMPRINT):
                    return True
        return False

    @property
    def is_news(self) -> bool:
        """Declared as a NewsArticle of any kind, or a live page (schema.org), or printing the press's licence; blogs
        have other habits with leads and links."""
        return self._is_news

    def judge(self, index: int, role: Role, rule: str, evidence: str, confidence: float = 0.9) -> None:
        before = self.verdicts[index]
        if before is not None:
            self._places[before.role].discard(index)
        self._places[role].add(index)
        self.verdicts[index] = Verdict(role, role in KEPT_ROLES, rule, evidence, confidence)

    def role(self, index: int) -> Role | None:
        verdict = self.verdicts[index]
        return verdict.role if verdict is not None else None

    def parent(self, block: Block) -> int:
        """The container around the block's own; -1 for the body."""
        return self.document.containers[block.container] if block.container >= 0 else -1

    def stands_in(self, block: Block, container: int) -> bool:
        """Whether the container is one of those around the block; never of -1. Inner ones have higher numbers."""
        inner = block.container
        while inner > container:
            inner = self.document.containers[inner]
        return inner == container >= 0

    def undecided(self) -> list[Block]:
        """The blocks that no step has judged so far, in page order."""
        return [block for block, verdict in zip(self.blocks, self.verdicts, strict=True) if verdict is None]

    def having(self, *roles: Role) -> list[Block]:
        """The blocks whose draft has one of these roles, in page order."""
        places = sorted([index for role in roles for index in self._places[role]])
        return [self.blocks[index] for index in places]

    def result(self) -> tuple[Verdict, ...]:
        """The final verdicts. A block that no step judged is a defect of the steps."""
        missing = [index for index, verdict in enumerate(self.verdicts) if verdict is None]
        if missing:
            raise AssertionError(f"blocks without a verdict: {missing[:5]}")
        return tuple(verdict for verdict in self.verdicts if verdict is not None)
