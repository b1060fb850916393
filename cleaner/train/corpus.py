"""Pages with a known answer: a folder of sets, each with gold.jsonl (one page a line) and pages/."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from cleaner.classify import read_claims
from cleaner.decode import decode
from cleaner.limits import Limits
from cleaner.model import Document, RawPage
from cleaner.rulebook import Claim, Rulebook
from cleaner.segment import segment
from cleaner.train.flatten import HABITS, flatten

SETS = ("wcxb-articles", "world-news", "vi-html")
_SECOND_LEVEL = frozenset("ac co com edu go gob gov ne net or org".split())


class Page(NamedTuple):
    """One page: the set it is from, its gold line, its blocks, and what the rules claim of them."""

    set: str
    gold: dict[str, Any]
    document: Document
    claims: Sequence[tuple[Claim, ...]]


def load(corpus: Path, rulebook: Rulebook, sets: Sequence[str] = SETS) -> Iterator[Page]:
    """The pages of these sets that have a gold text and any block, in order of the files."""
    for name in sets:
        for gold in gold_lines(corpus / name):
            page = RawPage(content(corpus / name, gold), gold.get("url"), None, "html")
            document = segment(decode(page, Limits().max_bytes), rulebook)
            if document.blocks and gold.get("text"):
                active = rulebook.select(urlsplit(gold.get("url") or "").hostname, document.fingerprints)
                yield Page(name, gold, document, [rulebook.claims(block, active) for block in document.blocks])


def load_texts(corpus: Path, rulebook: Rulebook, sets: Sequence[str] = SETS) -> Iterator[Page]:
    """The same pages flattened, each by every habit: a page's set is named by both."""
    for page in load(corpus, rulebook, sets):
        for habit in HABITS:
            text = flatten(page.document, habit)
            if text.strip():
                document = flattened(text, rulebook)
                claims = read_claims(document, rulebook, frozenset())
                yield Page(f"{page.set}, {habit}", page.gold, document, claims)


def gold_lines(folder: Path) -> Iterator[dict[str, Any]]:
    """The known answers of a set, in order of its file."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        yield json.loads(line)


def content(folder: Path, gold: dict[str, Any]) -> bytes:
    """The page of a known answer as it was stored, unpacked."""
    path = folder / "pages" / gold["file"]
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def flattened(text: str, rulebook: Rulebook) -> Document:
    """The blocks of a text."""
    return segment(decode(RawPage(text, None, None, "text"), Limits().max_bytes), rulebook)


def publisher(url: str | None) -> str:
    """The registrable domain of an address, near enough to keep one publisher's pages together.

    >>> publisher("https://www1.news.example.co.uk/a"), publisher("https://a.example.com/")
    ('example.co.uk', 'example.com')
    """
    host = urlsplit(url or "").hostname or ""
    parts = host.split(".")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])
