"""What a rule is once loaded, and what it says of a block."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from cleaner.model import Role
from cleaner.rulebook.pattern import Pattern

Opens = Literal["tail", "box"]
Position = Literal["head", "tail", "picture"]
#: Article fields that a field rule may name.
FIELDS = ("title", "summary", "author", "agency", "published", "modified", "section", "tags", "site_name")


class Where(NamedTuple):
    """The conditions of a rule; all that are given must hold.

    line: folded texts one of which the whole block equals (bullets, arrows and a final colon aside).
    starts, ends: folded texts with one of which the block starts or ends.
    pattern: regex that must be found in the block's own letters (NFC, case-sensitive).
    selectors: CSS selectors; one of them selects an element that covers the block.
    min_chars, max_chars: bounds on the length of the block's text.
    linked: True when at least 80 % of the text must stand in links, False when under 20 %.
    position: "head" (before the story's first paragraph), "tail" (after its last) or "picture" (right behind
        one); `settle` decides where these are, so a claim with a position is conditional.
    news: it holds only on pages that declare a NewsArticle, which `settle` asks; conditional like a position.
    """

    line: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    pattern: Pattern | None = None
    selectors: tuple[str, ...] = ()
    min_chars: int = 0
    max_chars: int = 0  # 0: no bound
    linked: bool | None = None
    position: Position | None = None
    news: bool = False


class Rule(NamedTuple):
    """One entry `[[rule]]` of a pack.

    rank: which layer it comes from: generic 0, lang 1, cms 2, sites 3; the higher overrules.
    opens: a label that opens a list of other articles: "tail" to the end of the story's container,
        "box" for the linked or short blocks right behind it.
    valid_until: the last day on which the layout was served; the rule does not count on a later story's page.
    weak: the match is evidence for the trained judge and for `settle`, not a verdict by itself.
    """

    id: str
    role: Role
    why: str
    where: Where
    pack: str
    rank: int
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    confidence: float = 0.9
    opens: Opens | None = None
    weak: bool = False
    valid_until: date | None = None


class FieldRule(NamedTuple):
    """One entry `[[field]]` of a pack: where an article field stands in the markup.

    field: one of FIELDS.
    attr: the attribute to read; "" reads the element's text.
    """

    id: str
    field: str
    selectors: tuple[str, ...]
    attr: str
    pack: str
    rank: int
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Pack(NamedTuple):
    """A rule file. Its rules count when it names no host or fingerprint, or when one of them holds.

    languages: whose words it holds, for readers; it counts on pages in all.
    hosts: registrable names; "nhandan.vn" also stands for "www.nhandan.vn".
    fingerprint: CSS selectors; one that selects anything in the page marks the CMS family.
    seen: when the markup was last seen by us in a stored page; "" when never (then `why` says so).
    site_name: how the outlet signs itself; dateline_prefixes: what it prints before a story's lead.
    texts: it counts on flattened texts only, where no markup says what a line is.
    """

    name: str
    file: str
    rank: int
    languages: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    fingerprint: tuple[str, ...] = ()
    seen: str = ""
    site_name: str = ""
    dateline_prefixes: tuple[str, ...] = ()
    why: str = ""
    texts: bool = False

    @property
    def conditional(self) -> bool:
        """True when the pack waits for its host or its fingerprint."""
        return bool(self.hosts or self.fingerprint)


class Claim(NamedTuple):
    """What one rule says of one block; `settle` turns the claims on a block into its verdict."""

    rule: Rule
    evidence: str
