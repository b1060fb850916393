"""What a judge is worth: the whole pipeline behind it, scored with the measures of the corpus' own scorer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cleaner.classify import is_whole_page
from cleaner.fallback import rescue
from cleaner.model import BODY_ROLES, Role
from cleaner.settle import settle
from cleaner.shown import shown
from cleaner.train.corpus import Page

_TOKEN = re.compile(r"\w+")


def measure(pages: Iterable[Page], probabilities: Iterable[Sequence[float]]) -> Mapping[str, tuple[float, float]]:
    """Set -> (mean word F1, share of pages with exactly the gold's words)."""
    rows: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for page, scores in zip(pages, probabilities, strict=True):
        gold, found = _TOKEN.findall(page.gold["text"]), _TOKEN.findall(_text(page, scores))
        rows[page.set].append((_word_f1(gold, found), gold == found))
    return {
        name: (sum(f1 for f1, _ in found) / len(found), sum(exact for _, exact in found) / len(found))
        for name, found in rows.items()
    }


def _text(page: Page, scores: Sequence[float]) -> str:
    verdicts, _ = rescue(
        page.document, settle(page.document, page.claims, scores if is_whole_page(page.document) else ())
    )
    pairs = list(zip(page.document.blocks, verdicts, strict=True))
    lead = [shown(block) for block, verdict in pairs if verdict.role is Role.SUMMARY]
    return "\n".join([*lead, *(shown(block) for block, verdict in pairs if verdict.role in BODY_ROLES)])


def _word_f1(gold: list[str], found: list[str]) -> float:
    wanted, have = Counter(word.lower() for word in gold), Counter(word.lower() for word in found)
    if not wanted or not have:
        return float(not wanted and not have)
    return 2 * sum((wanted & have).values()) / (len(gold) + len(found))
