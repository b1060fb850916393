"""A stored page as drafting sees it: its blocks with their verdicts, and the marks of the markup around each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from cleaner.decode import decode
from cleaner.limits import Limits
from cleaner.model import CleanResult, DecodedPage, Document, LedgerEntry, RawPage, Role
from cleaner.parse import parse
from cleaner.pipeline import clean_page
from cleaner.rulebook import Pack, Rule, Rulebook, Where
from cleaner.rulebook.book import make_rulebook
from cleaner.segment import segment

_PROBE = Pack("generic/probe", "generic/probe.toml", 0)
#: A name that CSS takes as it stands; what is shorter tells nothing.
_NAME = re.compile(r"[A-Za-z_][\w-]{3,60}")
_MOST_NAMES = 5000  # of one page; a page with more is made of generated names


@dataclass(frozen=True, slots=True)
class Sheet:
    """entries: the ledger without the copies in attributes, so that entry i is block i of `document`.

    marks: for each block the ".class" and "#id" selectors that cover it, outermost first.
    """

    page: DecodedPage
    tree: LexborHTMLParser
    result: CleanResult
    document: Document
    entries: tuple[LedgerEntry, ...]
    marks: tuple[tuple[str, ...], ...]

    def having(self, *roles: Role) -> frozenset[int]:
        """The blocks with one of these roles."""
        return frozenset(index for index, entry in enumerate(self.entries) if entry.role in roles)


def look(page: RawPage, rulebook: Rulebook, limits: Limits) -> Sheet:
    """Raises InputError as the pipeline does."""
    result = clean_page(page, rulebook, limits)
    decoded = decode(page, limits.max_bytes)
    tree = parse(decoded.text if decoded.kind == "html" else "")[0]
    document = cut_with(decoded, _names(tree))
    entries = tuple(entry for entry in result.ledger if not is_copy(entry))
    marks = tuple(block.covers for block in document.blocks)
    return Sheet(decoded, tree, result, document, entries, marks)


def is_copy(entry: LedgerEntry) -> bool:
    """Whether it is the copy of a caption in an attribute, which is no block."""
    return entry.path is not None and "/@" in entry.path.rpartition(" ")[2]


def cut_with(page: DecodedPage, selectors: Iterable[str]) -> Document:
    """The page cut as the engine does, with nothing but these selectors noted on its blocks (`covers`)."""
    return segment(page, make_rulebook((_PROBE,), tuple(map(_rule, selectors)), (), ""))


def covered(sheets: Sequence[Sheet], selectors: Iterable[str]) -> dict[str, frozenset[tuple[int, int]]]:
    """selector -> (number of the sheet, block) of all that it covers."""
    asked = tuple(dict.fromkeys(selectors))
    found: dict[str, set[tuple[int, int]]] = {selector: set() for selector in asked}
    for number, sheet in enumerate(sheets):
        for block in cut_with(sheet.page, asked).blocks:
            for selector in block.covers:
                found[selector].add((number, block.index))
    return {selector: frozenset(spots) for selector, spots in found.items()}


def _rule(selector: str) -> Rule:
    return Rule(selector, Role.BODY, "", Where(selectors=(selector,)), _PROBE.name, 0, (), ())


def _names(tree: LexborHTMLParser) -> list[str]:
    """The classes and ids of the page as selectors, in page order."""
    names: dict[str, None] = {}
    for node in tree.css("[class], [id]"):
        attributes = node.attributes
        found = [f".{name}" for name in (attributes.get("class") or "").split() if _NAME.fullmatch(name)]
        identifier = attributes.get("id") or ""
        found += [f"#{identifier}"] if _NAME.fullmatch(identifier) else []
        names.update(dict.fromkeys(found))
    return list(names)[:_MOST_NAMES]
