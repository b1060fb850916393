"""Where a block's words are heard again: in the page's own title, description and JSON-LD, or in itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.jsonld import plain_text
from cleaner.model import Block, Head

Bools = npt.NDArray[np.bool_]
_TITLES = ("og:title", "twitter:title", "headline", "parsely-title", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "parsely-description")
_LD_DESCRIPTIONS = ("description", "alternativeHeadline", "abstract")
_PART = re.compile(r"\s+[|–—·»:-]+\s+")  # "Headline - Site name"
_TITLE_CHARS = 300
_MIN_TITLE = 12  # shorter parts of a <title> are sections or site names
_MIN_DESCRIPTION = 20
_HEARD = 40  # characters of a block's beginning or end that are looked up
_MIN_HEARD = 15
_MIN_BODY = 250  # a shorter articleBody is a teaser


class Echoes(NamedTuple):
    """Per block, bool (n,) unless said otherwise.

    title: equals a declared title. description: begins as a declared description does. part_of_description:
        shares its beginning or lies within.
    declared: heard in the JSON-LD articleBody. declared_share: the body's share of the page, one number.
    copies: how often the same text stands in the page, int (n,); later: it stood before.
    """

    title: Bools
    description: Bools
    part_of_description: Bools
    declared: Bools
    declared_share: float
    copies: npt.NDArray[np.int64]
    later: Bools


def echoes(blocks: Sequence[Block], head: Head) -> Echoes:
    texts = [block.text.casefold() for block in blocks]
    titles = _titles(head)
    body = _article_body(head)
    return Echoes(
        np.array([text in titles for text in texts], dtype=bool),
        *_described(texts, head),
        _heard(texts, body),
        len(body) / (1 + sum(map(len, texts))),
        *_copies(texts),
    )


def _titles(head: Head) -> frozenset[str]:
    """The declared titles and the parts of <title>, folded."""
    declared = [value for name in _TITLES for value in head.metas.get(name, ())]
    declared += [plain_text(item.get("headline")) for item in head.json_ld]
    whole = {_fold(title) for title in [head.title, *declared]}
    parts = {part for title in whole for part in _PART.split(title) if len(part) >= _MIN_TITLE}
    return frozenset(whole | parts) - {""}


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _described(texts: Sequence[str], head: Head) -> tuple[Bools, Bools]:
    """Which blocks are a declared description, whole or cut short, and which only hold some of its words."""
    same, part = [False] * len(texts), [False] * len(texts)
    long = [(at, text) for at, text in enumerate(texts) if len(text) >= _MIN_DESCRIPTION]
    for description in _descriptions(head):
        start = description[:_HEARD]
        for at, text in long:
            if start in text:
                part[at] = True
                same[at] = same[at] or text.startswith(start)
            elif text[:_HEARD] in description:
                part[at] = True
    return np.array(same), np.array(part)


def _descriptions(head: Head) -> frozenset[str]:
    declared = [value for name in _DESCRIPTIONS for value in head.metas.get(name, ())[:1]]
    declared += [plain_text(item[name]) for item in head.json_ld for name in _LD_DESCRIPTIONS if name in item]
    folded = {_fold(value).rstrip(".… ") for value in declared}
    return frozenset(value for value in folded if len(value) >= _MIN_DESCRIPTION)


def _article_body(head: Head) -> str:
    bodies = [plain_text(item["articleBody"]) for item in head.json_ld if "articleBody" in item]
    longest = max(bodies, key=len, default="")
    return longest.casefold() if len(longest) >= _MIN_BODY else ""


def _heard(texts: Sequence[str], body: str) -> Bools:
    if not body:
        return np.zeros(len(texts), dtype=bool)
    return np.array(
        [len(text) >= _MIN_HEARD and (text[:_HEARD] in body or text[-_HEARD:] in body) for text in texts], dtype=bool
    )


def _copies(texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], Bools]:
    total = Counter(texts)
    seen: set[str] = set()
    later = []
    for text in texts:
        later.append(text in seen)
        seen.add(text)
    return np.array([total[text] for text in texts], dtype=np.int64), np.array(later, dtype=bool)
