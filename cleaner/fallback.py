"""When our own evidence finds hardly any story: hidden text, declared text, then trafilatura.

The fallbacks only say which blocks are story; text that they print and the page does not is not
taken over, so that nothing is invented and the ledger stays whole.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from cleaner import flags as f
from cleaner.jsonld import plain_text
from cleaner.limits import may_be_read_again
from cleaner.model import BODY_ROLES, KEPT_ROLES, Block, Document, Role, Verdict
from cleaner.text import squeeze

_WEAK_CHARS = 150  # kept text under this is not trusted
_PARAGRAPH = 80
_PAGE_CHARS = 400  # unlinked text that the page must have for a fallback to be worth its time
_MAX_CHARS = 2_000_000  # trafilatura's time is not linear in the page
#: Verdicts that a fallback may overrule begin with these; a pack's rule stands.
_OPEN = ("judge.", "hint.", "shape.linked", "markup.landmark")

Chooser = Callable[[Document], frozenset[int]]


def rescue(document: Document, verdicts: tuple[Verdict, ...]) -> tuple[tuple[Verdict, ...], str]:
    """The verdicts, and the name of the stage that decided the body.

    Stages, each tried only while the one before leaves the story weak: "judge" (rules and trained
    judge; "rules" on text pages), "hidden", "json-ld", "trafilatura".
    """
    if document.page.kind == "text":
        return verdicts, "rules"
    if not _is_weak(document, verdicts):
        return verdicts, "judge"
    elsewhere = _elsewhere(document, verdicts)
    for stage, choose in _STAGES:
        chosen = choose(document) - elsewhere
        if chosen:
            rescued = _with_body(document, verdicts, chosen, stage)
            if _kept(document, rescued) > 2 * _kept(document, verdicts) + _PARAGRAPH:
                return rescued, stage
    return verdicts, "judge"


def _is_weak(document: Document, verdicts: tuple[Verdict, ...]) -> bool:
    kept = _kept(document, verdicts)
    if kept >= _WEAK_CHARS or (kept and _kept(document, verdicts, KEPT_ROLES) >= _WEAK_CHARS):
        return False  # a lead and a sentence are a brief
    unlinked = sum(len(block.text) - block.link_chars for block in document.blocks if len(block.text) >= _PARAGRAPH)
    return unlinked >= _PAGE_CHARS


def _kept(document: Document, verdicts: tuple[Verdict, ...], roles: Collection[Role] = BODY_ROLES) -> int:
    pairs = zip(document.blocks, verdicts, strict=True)
    return sum(len(block.text) for block, verdict in pairs if verdict.role in roles)


def _elsewhere(document: Document, verdicts: tuple[Verdict, ...]) -> frozenset[int]:
    """Blocks where no story is: above the printed headline, and under the linked titles of other articles."""
    title = next((index for index, verdict in enumerate(verdicts) if verdict.rule == "headline.printed"), 0)
    found, offer = set(range(title)), -1
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        if verdict.role is Role.RELATED and _is_linked(block):
            offer = _home(document, block)
        elif verdict.role is not Role.DATE:
            if offer >= 0 and offer in (block.container, _home(document, block)):
                found.add(block.index)
            offer = -1
    return frozenset(found)


def _home(document: Document, block: Block) -> int:
    """The element around the block's own; -1 for the body."""
    return document.containers[block.container] if block.container >= 0 else -1


def _with_body(
    document: Document, verdicts: tuple[Verdict, ...], chosen: frozenset[int], stage: str
) -> tuple[Verdict, ...]:
    """Blocks that a stage chose become body, unless a rule gave them a role of their own."""
    return tuple(
        Verdict(Role.BODY, True, f"fallback.{stage}", f"chosen by the fallback stage {stage}", 0.6)
        if block.index in chosen and verdict.rule.startswith(_OPEN)
        else verdict
        for block, verdict in zip(document.blocks, verdicts, strict=True)
    )


def _hidden(document: Document) -> frozenset[int]:
    """Paragraphs that the page hides until a script shows them."""
    return frozenset(
        block.index
        for block in document.blocks
        if block.flags & (f.HIDDEN | f.ARIA_HIDDEN) and len(block.text) >= _PARAGRAPH and not _is_linked(block)
    )


def _is_linked(block: Block) -> bool:
    return block.link_chars * 2 > len(block.text)


def _json_ld(document: Document) -> frozenset[int]:
    """Blocks whose words stand in a declared articleBody."""
    return _blocks_in(document, "".join(plain_text(item.get("articleBody")) for item in document.head.json_ld))


def _trafilatura(document: Document) -> frozenset[int]:
    """Blocks whose words stand in what trafilatura extracts."""
    if document.warnings or not may_be_read_again(document.page.text, _MAX_CHARS):  # it reads the page as it came
        return frozenset()
    from trafilatura import extract  # heavy, and hardly ever needed
    from trafilatura.meta import reset_caches

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(document.page.text, include_comments=False, favor_recall=True) or ""
    reset_caches()  # they would keep thousands of texts of any length
    return _blocks_in(document, text)


def _blocks_in(document: Document, text: str) -> frozenset[int]:
    words = squeeze(text)
    if not words:
        return frozenset()
    return frozenset(block.index for block in document.blocks if len(block.text) > 20 and squeeze(block.text) in words)


_STAGES: tuple[tuple[str, Chooser], ...] = (("hidden", _hidden), ("json-ld", _json_ld), ("trafilatura", _trafilatura))
